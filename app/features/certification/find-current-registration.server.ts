import { and, desc, eq } from "drizzle-orm";
import { certifications, type Handle, registrations, releases } from "#app/platform/db.server.ts";
import { renewalOpensAt } from "./certification-period.ts";

export type Certification = typeof certifications.$inferSelect;
/** With its certification it is finished, and takes no more evidence but practice. */
export type Registration = typeof registrations.$inferSelect & { certification: Certification | null };

type Scope = { personId: string; editionId: string; now: number };

/** The registration the person works in. Null before the first, and once the renewal window of the last is open. */
export async function findCurrentRegistration(handle: Handle, scope: Scope): Promise<Registration | null> {
  const latest = await findLatestRegistration(handle, scope);
  return latest?.current ? latest.registration : null;
}

export async function findLatestRegistration(
  handle: Handle,
  { personId, editionId, now }: Scope,
): Promise<{ registration: Registration; current: boolean } | null> {
  const [latest] = await handle
    .select({ registration: registrations, certification: certifications, summary: releases.summary })
    .from(registrations)
    .leftJoin(certifications, eq(certifications.registrationId, registrations.id))
    .leftJoin(releases, eq(releases.id, certifications.releaseId))
    .where(and(eq(registrations.personId, personId), eq(registrations.editionId, editionId)))
    .orderBy(desc(registrations.cycle))
    .limit(1);
  if (!latest) return null;
  const { registration, certification, summary } = latest;
  const current =
    !certification ||
    !summary ||
    now < renewalOpensAt(certification.validUntil, summary.certification.renewalWindowDays);
  return { registration: { ...registration, certification }, current };
}
