import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

export const longestOverrideDays = 30;

export type PeriodProblem = "ENDS_IN_THE_PAST" | "TOO_LONG";

/** Whether an override may run from `now` until `until`, both in milliseconds: at most 30 days of 24 hours. */
export function overridePeriodProblem({ now, until }: { now: number; until: number }): PeriodProblem | null {
  if (until <= now) return "ENDS_IN_THE_PAST";
  return until - now > longestOverrideDays * millisecondsADay ? "TOO_LONG" : null;
}
