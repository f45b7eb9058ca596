import { sql } from "drizzle-orm";
import { type ClaimDecisionRecord, dealClaims, type Handle } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import type { DealClaimInput } from "./deal-claim-input.ts";
import { dealKey } from "./deal-key.ts";
import type { Decided } from "./decide-for-subject.server.ts";

type DealClaim = typeof dealClaims.$inferSelect;

type NewDealClaim = {
  personId: string;
  input: DealClaimInput;
  channel: "web" | "api";
  apiKeyId?: string | null;
  decided: Decided;
};

/** The columns of a claim, each filled in when the prepared statement is run. */
const claimColumns = {
  id: sql.placeholder("id"),
  personId: sql.placeholder("personId"),
  dealReference: sql.placeholder("dealReference"),
  dealKey: sql.placeholder("dealKey"),
  customerName: sql.placeholder("customerName"),
  customerCountry: sql.placeholder("customerCountry"),
  engagement: sql.placeholder("engagement"),
  role: sql.placeholder("role"),
  partnerFirm: sql.placeholder("partnerFirm"),
  partnerRole: sql.placeholder("partnerRole"),
  relationshipOwner: sql.placeholder("relationshipOwner"),
  outcome: sql.placeholder("outcome"),
  decisionId: sql.placeholder("decisionId"),
  decision: sql.placeholder("decision"),
  channel: sql.placeholder("channel"),
  apiKeyId: sql.placeholder("apiKeyId"),
  claimedAt: sql.placeholder("claimedAt"),
} satisfies Record<keyof DealClaim, unknown>;

const insertUnlessClaimed = prepareOnce("insert_deal_claim", (tx) =>
  tx.insert(dealClaims).values(claimColumns).onConflictDoNothing({ target: dealClaims.dealKey }).returning(),
);

/** Null when the deal is ring-fenced: the key is taken, by a claim made before or one that was just faster. */
export async function insertDealClaim(tx: Handle, given: NewDealClaim): Promise<DealClaim | null> {
  const { personId, input, channel, apiKeyId = null, decided } = given;
  const { dealReference, customerName, customerCountry, engagement, role, relationshipOwner } = input;
  if (decided.outcome === "deny") throw new Error("A claim needs an allowing decision.");
  const row: DealClaim = {
    id: newId(),
    personId,
    dealReference,
    dealKey: dealKey(dealReference),
    customerName,
    customerCountry,
    engagement,
    role,
    partnerFirm: input.partnerFirm ?? null,
    partnerRole: input.partnerRole ?? null,
    relationshipOwner: relationshipOwner === "unclear" ? null : (relationshipOwner ?? null),
    outcome: decided.outcome,
    decisionId: decided.decisionId,
    decision: decisionRecord(decided),
    channel,
    apiKeyId,
    claimedAt: decided.asOf,
  };
  const [claim = null] = await insertUnlessClaimed(tx, row);
  return claim;
}

/** What is kept of a decision with the claim or the refusal. */
export function decisionRecord({
  decisionId,
  outcome,
  reasons,
  asOf,
  editionId,
  release,
  waveId,
}: Decided): ClaimDecisionRecord {
  const releaseId = editionId === null ? null : (release?.id ?? null);
  return { decisionId, outcome, reasons: [...reasons], asOf, editionId, releaseId, waveId };
}
