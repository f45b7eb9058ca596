import { and, eq } from "drizzle-orm";
import { certifications, type Database, people, releases } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { Release } from "../programs/release-content.ts";
import { normaliseCertificateNumber } from "./certificate-number.ts";
import type { Certification } from "./find-current-registration.server.ts";

export type Certificate = {
  certification: Certification;
  person: typeof people.$inferSelect;
  /** The release it was earned with. */
  release: Release;
};

/** One certificate of this person, valid or not. Throws not-found, also for a number that belongs to somebody else. */
export async function getCertificate(given: { db: Database; personId: string; number: string }): Promise<Certificate> {
  const number = normaliseCertificateNumber(given.number) ?? "";
  const [found] = await given.db.read
    .select({ certification: certifications, person: people, release: releases })
    .from(certifications)
    .innerJoin(people, eq(people.id, certifications.personId))
    .innerJoin(releases, eq(releases.id, certifications.releaseId))
    .where(and(eq(certifications.personId, given.personId), eq(certifications.number, number)));
  if (!found) {
    throw new AppError(
      "not-found",
      "You have no certificate with this number. Your home page links to the one you have.",
    );
  }
  return found;
}
