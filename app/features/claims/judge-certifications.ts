import { isSameOrLaterEdition } from "../waves/edition-order.ts";
import type { CertificationFacts } from "./claim-facts.ts";
import type { GapCode } from "./reasons.ts";

export type CertificationVerdict =
  | { gap: null; validUntil: number; endedAt: null }
  | { gap: GapCode; validUntil: null; endedAt: number | null };

/**
 * Whether one of the certifications counts for an edition at an instant, until when, and if none does, why. A later
 * edition counts for an earlier one. `endedAt` is when the last one that counted ran out.
 */
export function judgeCertifications(
  certifications: readonly CertificationFacts[],
  editionId: string,
  instant: number,
): CertificationVerdict {
  let validUntil: number | null = null;
  let endedAt: number | null = null;
  let olderValid = false;
  let olderEndedAt: number | null = null;
  for (const one of certifications) {
    if (one.validFrom > instant) continue;
    const counts = isSameOrLaterEdition(one.editionId, editionId);
    const valid = instant < one.validUntil;
    if (counts && valid) validUntil = Math.max(validUntil ?? one.validUntil, one.validUntil);
    else if (counts) endedAt = Math.max(endedAt ?? one.validUntil, one.validUntil);
    else if (valid) olderValid = true;
    else olderEndedAt = Math.max(olderEndedAt ?? one.validUntil, one.validUntil);
  }
  if (validUntil !== null) return { gap: null, validUntil, endedAt: null };
  // A certification for the edition itself that ran out says more than one for an older edition that is still valid.
  if (endedAt !== null) return { gap: "EXPIRED", validUntil: null, endedAt };
  if (olderValid) return { gap: "NEW_EDITION", validUntil: null, endedAt: null };
  if (olderEndedAt !== null) return { gap: "EXPIRED", validUntil: null, endedAt: olderEndedAt };
  return { gap: "NOT_CERTIFIED", validUntil: null, endedAt: null };
}
