import { and, eq } from "drizzle-orm";
import { dealClaims, type Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { DealClaim } from "./decide-and-record.server.ts";

/** Whose claims may be seen: one person's, or all for a system that was given a key to read them. */
export type ClaimScope = { personId: string } | "every-person";

/** Throws not-found when there is no such claim in the scope. */
export async function getDealClaim(
  handle: Handle,
  { claimId, scope }: { claimId: string; scope: ClaimScope },
): Promise<DealClaim> {
  const inScope = scope === "every-person" ? undefined : eq(dealClaims.personId, scope.personId);
  const [claim] = await handle
    .select()
    .from(dealClaims)
    .where(and(eq(dealClaims.id, claimId), inScope));
  if (!claim) throw new AppError("not-found", "There is no such claim, or it is not yours to see.");
  return claim;
}
