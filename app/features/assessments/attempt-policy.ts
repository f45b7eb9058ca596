import type { ReleaseSummary } from "#app/platform/db.server.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

const hourMs = 3_600_000;

export type EarlierAttempt = { number: number; endedAt: number; passed: boolean };

export type AttemptDecision =
  /** `number` is its place among the attempts that count. */
  | { allowed: true; number: number }
  | { allowed: false; reason: "PASSED" }
  | {
      allowed: false;
      /** What stands in the way first; `COACH` and `REVIEW_FIRST` need somebody to act, the others only time. */
      reason: "CAP" | "COACH" | "REVIEW_FIRST" | "WAIT";
      /** The instant before which no new attempt can start whatever is done; null when only the action is missing. */
      availableAt: number | null;
      /** Modules to read again and confirm, in their order. */
      lessonsToReview: string[];
    };

/**
 * May another attempt start? The second may at once after the missed lessons were reviewed, the third also waits from
 * the submit of the second, from `coachUnlockFrom` on each one needs an unlock by a coach; and at most `maximum` are
 * submitted within any `withinDays` days. `earlier` are the submitted attempts of one registration without the voided ones;
 * `missedLessons` teach what the last of them got wrong, `reviewedLessons` were confirmed again since.
 */
export function attemptDecision(given: {
  earlier: readonly EarlierAttempt[];
  missedLessons: readonly string[];
  reviewedLessons: ReadonlySet<string>;
  now: number;
  policy: ReleaseSummary["attempts"];
  /** Unlocks a coach has given in this registration; each opens one attempt. */
  coachUnlocks?: number;
}): AttemptDecision {
  const { now, policy } = given;
  const earlier = [...given.earlier].sort((a, b) => a.number - b.number);
  const number = earlier.length + 1;
  if (earlier.some((attempt) => attempt.passed)) return { allowed: false, reason: "PASSED" };

  const lessonsToReview = number > 1 ? given.missedLessons.filter((id) => !given.reviewedLessons.has(id)) : [];
  const capEndsAt = capEnd(earlier, now, policy);
  const waitEndsAt = number === 3 ? (earlier.at(-1)?.endedAt ?? 0) + policy.waitHoursBeforeThird * hourMs : now;
  const opensAt = Math.max(capEndsAt, waitEndsAt);
  const refused = { allowed: false as const, lessonsToReview, availableAt: opensAt > now ? opensAt : null };

  if (capEndsAt > now) return { ...refused, reason: "CAP" };
  const unlocksNeeded = number - policy.coachUnlockFrom + 1;
  if (unlocksNeeded > (given.coachUnlocks ?? 0)) return { ...refused, reason: "COACH" };
  if (lessonsToReview.length > 0) return { ...refused, reason: "REVIEW_FIRST" };
  if (waitEndsAt > now) return { ...refused, reason: "WAIT" };
  return { allowed: true, number };
}

/** How many of the `maximum` attempts within `withinDays` days are not used up at `now`. */
export function attemptsLeft(
  earlier: readonly Pick<EarlierAttempt, "endedAt">[],
  { now, policy }: { now: number; policy: ReleaseSummary["attempts"] },
): number {
  return Math.max(0, policy.maximum - endsInWindow(earlier, now, policy).length);
}

/** When enough attempts have left the window for one more; `now` when that is already so. */
export function capEnd(earlier: readonly EarlierAttempt[], now: number, policy: ReleaseSummary["attempts"]): number {
  const inWindow = endsInWindow(earlier, now, policy);
  const leaving = inWindow.sort((a, b) => a - b)[inWindow.length - policy.maximum];
  return leaving === undefined ? now : leaving + policy.withinDays * millisecondsADay;
}

function endsInWindow(
  earlier: readonly Pick<EarlierAttempt, "endedAt">[],
  now: number,
  policy: ReleaseSummary["attempts"],
): number[] {
  return earlier.map(({ endedAt }) => endedAt).filter((at) => at + policy.withinDays * millisecondsADay > now);
}
