import { desc, eq } from "drizzle-orm";
import { claimRefusals, type Handle } from "#app/platform/db.server.ts";

const mostShown = 20;

/** The person's latest refused claims, newest first. */
export async function listClaimRefusals(handle: Handle, { personId }: { personId: string }) {
  return handle
    .select({
      id: claimRefusals.id,
      dealReference: claimRefusals.dealReference,
      reason: claimRefusals.reason,
      refusedAt: claimRefusals.refusedAt,
    })
    .from(claimRefusals)
    .where(eq(claimRefusals.personId, personId))
    .orderBy(desc(claimRefusals.refusedAt), desc(claimRefusals.id))
    .limit(mostShown);
}
