import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ClaimOutcome } from "../db.server.ts";

export type Metrics = {
  observeRequest: (request: { method: string; route: string; status: number; seconds: number }) => void;
  countDecision: (outcome: ClaimOutcome) => void;
  /** A try of a message that this process has ended. */
  countMessage: (ended: MessageEnd) => void;
  /** How the outbox stands, whoever empties it; asked for when the metrics are. */
  setOutbox: (outbox: { waiting: number; dead: number; oldestSeconds: number }) => void;
  contentType: string;
  render: () => Promise<string>;
};

type MessageEnd = "sent" | "waiting" | "dead" | "dropped";

const messageEnds: MessageEnd[] = ["sent", "waiting", "dead", "dropped"];
const outcomes: ClaimOutcome[] = ["allow", "allow_in_grace", "allow_by_override", "deny"];

/** Metrics of one server in the format of Prometheus. Label values come from the route table, never from a caller. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer a request, by route pattern and class of status",
    labelNames: ["method", "route", "status"],
    buckets: [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers: [registry],
  });
  const decisions = new Counter({
    name: "cleared_claim_decisions_total",
    help: "Decisions of the gate, by outcome",
    labelNames: ["outcome"],
    registers: [registry],
  });
  // From the start, so that a rate over the first denial is not lost.
  for (const outcome of outcomes) decisions.inc({ outcome }, 0);
  const tries = new Counter({
    name: "cleared_message_tries_total",
    help: "Tries to send a message that this process ended, by what became of the message",
    labelNames: ["state"],
    registers: [registry],
  });
  for (const state of messageEnds) tries.inc({ state }, 0);
  const outbox = new Gauge({
    name: "cleared_messages",
    help: "Messages that wait to be sent, and messages that were given up and wait for a person",
    labelNames: ["state"],
    registers: [registry],
  });
  const oldest = new Gauge({
    name: "cleared_messages_oldest_due_seconds",
    help: "How long the message that waits longest has been due",
    registers: [registry],
  });
  // Looking a series up by its labels costs more than the rest of the observation.
  const series = new Map<string, { observe: (seconds: number) => void }>();
  const counters = new Map(outcomes.map((outcome) => [outcome, decisions.labels({ outcome })]));
  return {
    observeRequest: ({ method, route, status, seconds }) => {
      const statusClass = `${Math.floor(status / 100)}xx`;
      const name = `${method} ${route} ${statusClass}`;
      let found = series.get(name);
      if (!found) {
        found = requests.labels({ method, route, status: statusClass });
        series.set(name, found);
      }
      found.observe(seconds);
    },
    countDecision: (outcome) => counters.get(outcome)?.inc(),
    countMessage: (state) => tries.inc({ state }),
    setOutbox: ({ waiting, dead, oldestSeconds }) => {
      outbox.set({ state: "waiting" }, waiting);
      outbox.set({ state: "dead" }, dead);
      oldest.set(oldestSeconds);
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}
