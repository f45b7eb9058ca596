import { type DealClaimOutcome, decideAndRecord, type NewDealClaim } from "./decide-and-record.server.ts";

/**
 * Claims a deal: recorded with the decision that allows it, or refused with the reason, both kept. Throws not-found when
 * there is no such person, and `CommitUnknownError` when nobody can say whether it was stored.
 */
export function recordDealClaim(claim: NewDealClaim): Promise<DealClaimOutcome> {
  return claim.db.write((tx) => decideAndRecord(tx, claim), { person: claim.personId });
}
