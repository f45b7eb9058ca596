import { desc, eq } from "drizzle-orm";
import { dealClaims, type Handle } from "#app/platform/db.server.ts";
import type { DealClaim } from "./decide-and-record.server.ts";

const mostShown = 200;

/** The person's claims, newest first. */
export async function listDealClaims(
  handle: Handle,
  { personId, limit = mostShown }: { personId: string; limit?: number },
): Promise<DealClaim[]> {
  return handle
    .select()
    .from(dealClaims)
    .where(eq(dealClaims.personId, personId))
    .orderBy(desc(dealClaims.claimedAt), desc(dealClaims.id))
    .limit(limit);
}
