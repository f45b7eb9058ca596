import { gt, sql } from "drizzle-orm";
import { type Database, type Handle, people } from "#app/platform/db.server.ts";
import type { KnownPerson } from "./person-fields.ts";

/** Read in parts: one answer with everybody would stand in memory twice. */
const peoplePerQuery = 2000;

const columns = {
  id: people.id,
  kind: people.kind,
  // Selected only where there is one.
  employeeId: sql<string>`${people.employeeId}`,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
  email: people.email,
  emailKey: people.emailKey,
  country: people.country,
  region: people.region,
  location: people.location,
  jobTitle: people.jobTitle,
  department: people.department,
  managerEmployeeId: people.managerEmployeeId,
  hiredOn: people.hiredOn,
  leftAt: people.leftAt,
  onLeave: people.onLeave,
  language: people.language,
  timeZone: people.timeZone,
  workerType: people.workerType,
};

/** Everyone with an employee id, by that id. */
export async function listKnownPeople(handle: Handle): Promise<Map<string, KnownPerson>> {
  const known = new Map<string, KnownPerson>();
  for (let last = ""; ; ) {
    const rows = await handle
      .select(columns)
      .from(people)
      .where(gt(people.employeeId, last))
      .orderBy(people.employeeId)
      .limit(peoplePerQuery);
    for (const row of rows) known.set(row.employeeId, row);
    last = rows.at(-1)?.employeeId ?? "";
    if (rows.length < peoplePerQuery) return known;
  }
}

/** Differs as soon as anyone is added or changed: cheaper than reading everybody again. */
export async function peopleFingerprint(db: Database, handle: Handle): Promise<string> {
  const [row] = await db.rows<{ fingerprint: string }>(
    handle,
    sql`select concat(count(*), ' ', max(updated_at), ' ', sum(updated_at)) as fingerprint from people`,
  );
  return row?.fingerprint ?? "";
}
