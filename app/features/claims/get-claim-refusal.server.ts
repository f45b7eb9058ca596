import { and, eq } from "drizzle-orm";
import { claimRefusals, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { type ClaimRefusal, findOwnClaimOn } from "./decide-and-record.server.ts";
import { isReasonCode, refusalClause } from "./refusal-clause.ts";

/** A refused claim of this person, with what the form held. Throws not-found. */
export async function getClaimRefusal(
  handle: Handle,
  { refusalId, personId }: { refusalId: string; personId: string },
): Promise<ClaimRefusal & { ownClaimId: string | null }> {
  const [row] = await handle
    .select()
    .from(claimRefusals)
    .where(and(eq(claimRefusals.id, refusalId), eq(claimRefusals.personId, personId)));
  if (!row) throw new AppError("not-found", "There is no such refusal, or it is not yours to see.");
  const { reason } = row;
  if (!isReasonCode(reason)) throw new Error(`Refusal ${refusalId} has the unknown reason ${reason}.`);
  const ownClaimId = reason === "DEAL_RING_FENCED" ? await findOwnClaimOn(handle, { personId, input: row }) : null;
  return { ...row, reason, clause: refusalClause(reason, row.input), ownClaimId };
}
