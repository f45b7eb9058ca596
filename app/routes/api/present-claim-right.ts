import type { z } from "zod";
import type { ClaimRight } from "#app/features/claims/claim-right-answer.ts";
import { type ReasonCode, reasonClause } from "#app/features/claims/reasons.ts";
import { paths } from "#app/platform/paths.ts";
import type { claimRight } from "./api-schemas.ts";
import { instantText } from "./instant-text.ts";

type Presented = z.output<typeof claimRight>;

/** The gate's answer as the API gives it: instants as text, links absolute. */
export function presentClaimRight(
  right: ClaimRight,
  { employeeId, origin }: { employeeId: string; origin: string },
): Presented {
  return {
    decisionId: right.decisionId,
    employeeId,
    allowed: right.outcome !== "deny",
    outcome: right.outcome,
    reasons: right.reasons.map((code) => presentReason(code, reasonClause[code], right.edition?.id ?? null, origin)),
    asOf: instantText(right.asOf),
    validUntil: instantOrNull(right.validUntil),
    edition: right.edition,
    effectiveAt: instantOrNull(right.effectiveAt),
    graceEndsAt: instantOrNull(right.graceEndsAt),
    certifiedUntil: instantOrNull(right.certifiedUntil),
    overrideUntil: instantOrNull(right.overrideUntil),
    shadow: right.shadow,
    upcoming: right.upcoming && { ...right.upcoming, effectiveAt: instantText(right.upcoming.effectiveAt) },
    missingSteps: right.missingSteps.map(({ title, minutes, href }) => ({ title, minutes, link: origin + href })),
    minutesLeft: right.minutesLeft,
    earliestPossibleAt: instantOrNull(right.earliestPossibleAt),
    whoCanUnblock: right.whoCanUnblock,
  };
}

export function presentReason(code: ReasonCode, clause: string | null, editionId: string | null, origin: string) {
  const link = clause !== null && editionId !== null ? origin + paths.clause(editionId, clause) : null;
  return { code, clause, link };
}

function instantOrNull(at: number | null): string | null {
  return at === null ? null : instantText(at);
}
