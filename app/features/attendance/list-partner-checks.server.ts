import { and, asc, eq, isNull } from "drizzle-orm";
import { type Handle, partnerChecks } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

export type PartnerCheck = typeof partnerChecks.$inferSelect;

/** A person's checks under one edition, in their order. */
export function listPartnerChecks(
  handle: Handle,
  { personId, editionId }: { personId: string; editionId: string },
): PromiseLike<PartnerCheck[]> {
  return handle
    .select()
    .from(partnerChecks)
    .where(and(eq(partnerChecks.personId, personId), eq(partnerChecks.editionId, editionId)))
    .orderBy(asc(partnerChecks.number));
}

/** The one that is not submitted, under whatever edition. */
export async function findUnsubmittedCheck(handle: Handle, personId: string): Promise<PartnerCheck | null> {
  const [open] = await handle
    .select()
    .from(partnerChecks)
    .where(and(eq(partnerChecks.personId, personId), isNull(partnerChecks.submittedAt)));
  return open ?? null;
}

/** One check of this person. Throws not-found, also for a check of somebody else. */
export async function getPartnerCheck(
  handle: Handle,
  { personId, checkId }: { personId: string; checkId: string },
): Promise<PartnerCheck> {
  const [check] = await handle
    .select()
    .from(partnerChecks)
    .where(and(eq(partnerChecks.personId, personId), eq(partnerChecks.id, checkId)));
  if (check) return check;
  throw new AppError("not-found", "You have no check with this address. Your home page shows where you stand.");
}
