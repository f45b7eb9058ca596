import { renewalOpensAt } from "../certification/certification-period.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

export type Booster = {
  /** Days after the certification: its name. */
  day: number;
  opensAt: number;
  /** The first instant at which it is closed. */
  closesAt: number;
  state: "later" | "open" | "past";
};

/**
 * The boosters of a certification in their order. Each opens `day` days of 24 hours after `validFrom` and stays open
 * until the next one opens, the last until the renewal window opens; one that would open only then does not exist.
 */
export function boosterSchedule(
  certification: { validFrom: number; validUntil: number },
  config: { days: readonly number[]; renewalWindowDays: number },
  now: number,
): Booster[] {
  const end = renewalOpensAt(certification.validUntil, config.renewalWindowDays);
  const opening = (day: number) => certification.validFrom + day * millisecondsADay;
  const days = [...new Set(config.days)].sort((a, b) => a - b).filter((day) => opening(day) < end);
  return days.map((day, index) => {
    const next = days[index + 1];
    const opensAt = opening(day);
    const closesAt = next === undefined ? end : opening(next);
    return { day, opensAt, closesAt, state: now < opensAt ? "later" : now < closesAt ? "open" : "past" };
  });
}
