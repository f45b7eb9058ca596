import { Cron } from "croner";
import type { AppContext } from "#app/platform/app-context.ts";

/** Work that is due by the clock: a plain object handed in at start. */
export type ScheduledWork = {
  name: string;
  /** Minutes, counted from 1970 UTC, or a cron expression in UTC. */
  every: number | string;
  /** Answers figures by name, such as how many were sent. A run that was missed is made up for once. */
  run: (app: AppContext, signal: AbortSignal) => Promise<Record<string, number>>;
};

const minuteMs = 60_000;

/** The latest instant at or before `now` at which it was due, in milliseconds since 1970 UTC. */
export function lastDue(every: ScheduledWork["every"], now: number): number {
  if (typeof every === "number") return Math.floor(now / (every * minuteMs)) * every * minuteMs;
  // Cron knows whole seconds; the second that has begun is looked at too.
  const [last] = cron(every).previousRuns(1, new Date(Math.floor(now / 1000) * 1000 + 1000));
  if (!last) throw new Error(`"${every}" is never due.`);
  return last.getTime();
}

/** The first instant after `now` at which it is due. */
export function nextDue(every: ScheduledWork["every"], now: number): number {
  if (typeof every === "number") return lastDue(every, now) + every * minuteMs;
  const next = cron(every).nextRun(new Date(now));
  if (!next) throw new Error(`"${every}" is never due.`);
  return next.getTime();
}

function cron(pattern: string): Cron {
  return new Cron(pattern, { timezone: "UTC" });
}
