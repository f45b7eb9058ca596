import { and, asc, eq, isNull, lt } from "drizzle-orm";
import { certifications, type Database, holds, people } from "#app/platform/db.server.ts";
import { placeHold } from "../holds/place-hold.server.ts";
import { demoCast } from "./demo-cast.ts";
import { dayMs } from "./demo-timeline.ts";

const cases = [
  "Opened a direct conversation about a partner's registered deal without the partner.",
  "Claimed the lead in an installed base that the partner owns.",
  "Used a partner's prices outside the deal for which they were shared.",
  "Removed a partner from a global account without a written agreement.",
  "Contacted the customer while an escalation was open.",
];
const openCases = 10;

/** Ten certified people whose claim rights are suspended while a case is open. Places those that are missing. */
export async function seedHolds(db: Database, { until }: { until: number }): Promise<void> {
  const placed = new Set(
    (await db.read.select({ reference: holds.caseReference }).from(holds)).map((row) => row.reference),
  );
  const cast = new Set(demoCast.map((member) => member.login));
  const certified = await db.read
    .select({ id: people.id, email: people.email })
    .from(certifications)
    .innerJoin(people, eq(people.id, certifications.personId))
    .where(and(isNull(people.leftAt), lt(certifications.validFrom, until - 12 * dayMs)))
    .orderBy(asc(people.employeeId));
  const candidates = certified.filter(({ email }) => !cast.has(email ?? ""));
  for (let n = 0; n < openCases; n++) {
    const caseReference = `CASE-${1041 + 7 * n}`;
    const person = candidates[Math.floor((candidates.length * n) / openCases)];
    if (!person || placed.has(caseReference)) continue;
    const input = { caseReference, reason: cases[n % cases.length] ?? "", by: "Helen Marsh" };
    await placeHold({ db, clock: { now: () => until - (10 - n) * dayMs }, personId: person.id, input });
  }
}
