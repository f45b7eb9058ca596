import type { ReleaseSummary } from "#app/platform/db.server.ts";
import { capEnd, type EarlierAttempt } from "../assessments/attempt-policy.ts";

const hourMs = 3_600_000;

export type PartnerCheckDecision =
  | { allowed: true }
  | { allowed: false; reason: "PASSED" }
  /** Only time stands in the way, until `availableAt`. */
  | { allowed: false; reason: "CAP" | "WAIT"; availableAt: number };

/**
 * May another check start? The second may at once, each later one `waitHoursBeforeThird` after the one before, and at
 * most `maximum` are submitted within any `withinDays` days. Nobody has to unlock anything: a partner has no manager
 * here. `earlier` are the submitted checks of one person and edition.
 */
export function partnerCheckDecision(given: {
  earlier: readonly EarlierAttempt[];
  now: number;
  policy: ReleaseSummary["attempts"];
}): PartnerCheckDecision {
  const { now, policy } = given;
  const earlier = [...given.earlier].sort((a, b) => a.number - b.number);
  if (earlier.some(({ passed }) => passed)) return { allowed: false, reason: "PASSED" };
  const capEndsAt = capEnd(earlier, now, policy);
  const waitEndsAt = earlier.length < 2 ? now : (earlier.at(-1)?.endedAt ?? 0) + policy.waitHoursBeforeThird * hourMs;
  if (capEndsAt > Math.max(now, waitEndsAt)) return { allowed: false, reason: "CAP", availableAt: capEndsAt };
  return waitEndsAt > now ? { allowed: false, reason: "WAIT", availableAt: waitEndsAt } : { allowed: true };
}
