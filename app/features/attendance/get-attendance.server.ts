import { and, eq } from "drizzle-orm";
import { attendances, type Database, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { normaliseCertificateNumber } from "../certification/certificate-number.ts";
import { getRelease } from "../programs/get-release.server.ts";
import type { Release } from "../programs/release-content.ts";
import type { Attendance } from "./find-attendance.server.ts";

export type AttendanceCertificate = {
  attendance: Attendance;
  person: typeof people.$inferSelect;
  /** The release it was earned with. */
  release: Release;
};

/** One certificate of attendance of this person. Throws not-found, also for a number that belongs to somebody else. */
export async function getAttendance(given: {
  db: Database;
  personId: string;
  number: string;
}): Promise<AttendanceCertificate> {
  const { db, personId } = given;
  const number = normaliseCertificateNumber(given.number) ?? "";
  const [found] = await db.read
    .select({ attendance: attendances, person: people })
    .from(attendances)
    .innerJoin(people, eq(people.id, attendances.personId))
    .where(and(eq(attendances.personId, personId), eq(attendances.number, number)));
  if (found) return { ...found, release: await getRelease(db, found.attendance.releaseId) };
  throw new AppError(
    "not-found",
    "You have no certificate with this number. Your home page links to the one you have.",
  );
}
