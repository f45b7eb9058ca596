import { endOfDay, startOfDay } from "../people/start-of-day.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

/** Half a year: who is away for longer has a successor, whom HR names. */
const longestDelegationDays = 184;

export type PeriodProblem = "days" | "order" | "past" | "tooLong";
export type Period = { validFrom: number; validUntil: number };

/**
 * From the start of one day to the end of another (both `YYYY-MM-DD`) in the manager's time zone, and never from before
 * now: what somebody has seen already cannot be allowed afterwards.
 */
export function delegationPeriod(
  { from, until }: { from: string; until: string },
  { timeZone, now }: { timeZone: string; now: number },
): Period | PeriodProblem {
  if (!isDay(from) || !isDay(until)) return "days";
  if (until < from) return "order";
  const validFrom = Math.max(now, startOfDay(from, timeZone));
  const validUntil = endOfDay(until, timeZone);
  if (validUntil <= now) return "past";
  return validUntil - validFrom > longestDelegationDays * millisecondsADay ? "tooLong" : { validFrom, validUntil };
}

function isDay(text: string): boolean {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

type Dated = Period & { endedAt: number | null };

export type DelegationState = "running" | "coming" | "ended" | "over";

/** Asked at an instant; nothing has to happen for a delegation to begin or to be over. */
export function delegationState({ validFrom, validUntil, endedAt }: Dated, now: number): DelegationState {
  if (endedAt !== null && endedAt <= now) return "ended";
  if (now >= validUntil) return "over";
  return now < validFrom ? "coming" : "running";
}
