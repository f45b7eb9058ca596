import type { z } from "zod";
import type { DealClaim } from "#app/features/claims/decide-and-record.server.ts";
import { isReasonCode } from "#app/features/claims/refusal-clause.ts";
import { type Engagement, engagements } from "#app/features/claims/who-leads.ts";
import type { dealClaim } from "./api-schemas.ts";
import { instantText } from "./instant-text.ts";

/** A recorded claim as the API gives it. */
export function presentDealClaim(claim: DealClaim, employeeId: string | null): z.output<typeof dealClaim> {
  const { decision } = claim;
  return {
    id: claim.id,
    employeeId,
    dealReference: claim.dealReference,
    customerName: claim.customerName,
    customerCountry: claim.customerCountry,
    engagement: engagementOf(claim),
    role: claim.role,
    partnerFirm: claim.partnerFirm,
    partnerRole: claim.partnerRole,
    relationshipOwner: claim.relationshipOwner,
    claimedAt: instantText(claim.claimedAt),
    channel: claim.channel,
    decision: {
      decisionId: decision.decisionId,
      outcome: decision.outcome,
      reasons: decision.reasons.filter(isReasonCode),
      asOf: instantText(decision.asOf),
      editionId: decision.editionId,
      releaseId: decision.releaseId,
    },
  };
}

function engagementOf({ id, engagement }: DealClaim): Engagement {
  const known = engagements.find((one) => one === engagement);
  if (!known) throw new Error(`Claim ${id} has the unknown engagement ${engagement}.`);
  return known;
}
