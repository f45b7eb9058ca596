import { eq } from "drizzle-orm";
import { attendances, type Database, people } from "#app/platform/db.server.ts";
import { normaliseCertificateNumber } from "../certification/certificate-number.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { initialsOf } from "./initials-of.ts";

export type VerifiedAttendance = {
  program: string;
  edition: string;
  organisation: string;
  firmName: string | null;
  initials: string;
  issuedAt: number;
};

/**
 * What anyone who holds the number of a certificate of attendance may learn: what it stands for, and enough to see that
 * the paper in hand is the one that was issued, but not the name of a person. Null for an unknown number; what cannot be
 * a number is looked up all the same, so that every answer takes the same way.
 */
export async function verifyAttendance(given: { db: Database; number: string }): Promise<VerifiedAttendance | null> {
  const { db } = given;
  const [found] = await db.read
    .select({ attendance: attendances, givenName: people.givenName, familyName: people.familyName })
    .from(attendances)
    .innerJoin(people, eq(people.id, attendances.personId))
    .where(eq(attendances.number, normaliseCertificateNumber(given.number) ?? ""));
  if (!found) return null;
  const { firmName, issuedAt, releaseId } = found.attendance;
  const { title, edition, organisation } = (await getRelease(db, releaseId)).summary;
  const initials = initialsOf([found.givenName, found.familyName]);
  return { program: title, edition: edition.title, organisation, firmName, initials, issuedAt };
}
