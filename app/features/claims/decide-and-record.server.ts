import { and, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { claimRefusals, type Database, dealClaims, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import type { ClaimRight } from "./claim-right-answer.ts";
import type { DealClaimInput } from "./deal-claim-input.ts";
import { dealKey } from "./deal-key.ts";
import { type Decided, decideForSubject } from "./decide-for-subject.server.ts";
import { describeClaimRights } from "./describe-claim-rights.server.ts";
import { decisionRecord, insertDealClaim } from "./insert-deal-claim.server.ts";
import { readClaimFacts } from "./read-claim-facts.server.ts";
import type { ReasonCode } from "./reasons.ts";
import { refusalClause } from "./refusal-clause.ts";
import { objectToLead } from "./who-leads.ts";

export type DealClaim = typeof dealClaims.$inferSelect;
export type ClaimRefusal = Omit<typeof claimRefusals.$inferSelect, "reason"> & {
  reason: ReasonCode;
  clause: string | null;
};

export type DealClaimOutcome =
  | { status: "recorded"; claim: DealClaim }
  | {
      status: "refused";
      refusal: ClaimRefusal;
      /** What the gate said at that instant, with what is missing. */
      right: ClaimRight;
      /** The person's own claim on the ring-fenced deal, if it is theirs. */
      ownClaimId: string | null;
    };

export type NewDealClaim = {
  db: Database;
  clock: Clock;
  personId: string;
  input: DealClaimInput;
  channel: "web" | "api";
  apiKeyId?: string | null;
};

/**
 * Decides and records, inside a write of this person: the facts are read, the instant taken and the claim or the refusal
 * stored in the one transaction. Throws not-found when there is no such person.
 */
export async function decideAndRecord(tx: Handle, given: NewDealClaim): Promise<DealClaimOutcome> {
  const { personId, input } = given;
  const { program, subject } = await readClaimFacts(tx, { personId });
  if (!subject) throw new AppError("not-found", "There is no such person.");
  // After the reading, so that no fact in it is later than the decision.
  const now = given.clock.now();
  const decided = decideForSubject(program, subject, { at: now, now });
  const refuse = async (reason: ReasonCode): Promise<DealClaimOutcome> => {
    const refusal = await insertRefusal(tx, { ...given, decided, reason });
    const [right] = await describeClaimRights(tx, [{ subject, decided }], { program, at: now, now });
    if (!right) throw new Error("The gate gave no answer.");
    const ownClaimId = reason === "DEAL_RING_FENCED" ? await findOwnClaimOn(tx, { personId, input }) : null;
    return { status: "refused", refusal, right, ownClaimId };
  };
  if (decided.outcome === "deny") return refuse(decided.reasons[0] ?? "NOT_CERTIFIED");
  if (subject.person.kind !== "rep") return refuse("NOT_A_REP");
  const objection = objectToLead(input);
  if (objection) return refuse(objection.reason);
  const claim = await insertDealClaim(tx, { ...given, decided });
  return claim ? { status: "recorded", claim } : refuse("DEAL_RING_FENCED");
}

type Answered = NewDealClaim & { decided: Decided };

async function insertRefusal(tx: Handle, given: Answered & { reason: ReasonCode }): Promise<ClaimRefusal> {
  const { personId, channel, decided, reason } = given;
  const input = Object.fromEntries(
    Object.entries(given.input).filter(
      (entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined,
    ),
  );
  const refusal = {
    id: newId(),
    personId,
    dealReference: given.input.dealReference,
    reason,
    decision: decisionRecord(decided),
    input,
    channel,
    refusedAt: decided.asOf,
  };
  await tx.insert(claimRefusals).values(refusal);
  return { ...refusal, clause: refusalClause(reason, input) };
}

export async function findOwnClaimOn(
  handle: Handle,
  { personId, input }: { personId: string; input: { dealReference: string } },
): Promise<string | null> {
  const [own] = await handle
    .select({ id: dealClaims.id })
    .from(dealClaims)
    .where(and(eq(dealClaims.dealKey, dealKey(input.dealReference)), eq(dealClaims.personId, personId)));
  return own?.id ?? null;
}
