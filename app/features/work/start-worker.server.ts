import type { AppContext } from "#app/platform/app-context.ts";
import { claimWork } from "./claim-work.server.ts";
import { runClaimedWork } from "./run-claimed-work.server.ts";
import { runScheduledWork } from "./run-scheduled-work.server.ts";
import type { ScheduledWork } from "./scheduled-work.ts";
import type { WorkKind } from "./work-kind.ts";
import { workLimits } from "./work-limits.ts";

export type Registry = { kinds: readonly WorkKind[]; schedule: readonly ScheduledWork[] };
export type Worker = { stop: () => Promise<void> };

const scheduleEveryMs = 15_000;

/**
 * Runs background and scheduled work in this process until it is stopped, a few pieces at once. Several nodes share one
 * queue. `stop` takes nothing more, gives back what can be taken up again, and waits a while for the rest.
 */
export function startWorker(app: AppContext, { kinds, schedule }: Registry, pollMs = workLimits.pollMs): Worker {
  const byName = new Map(kinds.map((kind) => [kind.kind, kind]));
  const stopping = new AbortController();
  const running = new Set<Promise<unknown>>();
  const scheduled = new Set<Promise<unknown>>();
  let turn: Promise<void> = Promise.resolve();
  let lookAtScheduleAt = 0;
  const timer = setInterval(() => {
    turn = turn.then(() => (stopping.signal.aborted ? undefined : look().catch(report)));
  }, pollMs);

  async function look() {
    while (running.size < workLimits.atOnce && !stopping.signal.aborted) {
      const row = await claimWork({ db: app.db, kinds: byName, now: app.clock.now() });
      const kind = byName.get(row?.kind ?? "");
      if (!row || !kind) break;
      keep(running, runClaimedWork(app, { row, kind, stopping: stopping.signal }));
    }
    // Not by the wall clock: set back by hours, it would leave the schedule alone for as long.
    if (performance.now() < lookAtScheduleAt || scheduled.size > 0) return;
    lookAtScheduleAt = performance.now() + scheduleEveryMs;
    keep(scheduled, runDue());
  }

  /** One after the other: none of it is urgent. */
  async function runDue() {
    for (const work of schedule) {
      if (stopping.signal.aborted) return;
      await runScheduledWork(app, { work, signal: stopping.signal });
    }
  }

  function keep(those: Set<Promise<unknown>>, one: Promise<unknown>) {
    const kept = one.catch(report).finally(() => those.delete(kept));
    those.add(kept);
  }

  function report(error: unknown) {
    app.log.error({ err: error }, "the worker met a fault and goes on");
  }

  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await turn;
      const limit = new AbortController();
      const late = new Promise((resolve) => {
        const waiting = setTimeout(resolve, workLimits.drainMs);
        limit.signal.addEventListener("abort", () => clearTimeout(waiting));
      });
      await Promise.race([Promise.all([...running, ...scheduled]), late]);
      limit.abort();
    },
  };
}
