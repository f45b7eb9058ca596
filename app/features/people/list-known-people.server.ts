import { gt, sql } from "drizzle-orm";
import { type Database, type Handle, people } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import type { PeopleFeed } from "./people-feed.ts";
import type { KnownPerson } from "./person-fields.ts";

/** Read in parts: one answer with everybody would stand in memory twice. */
const peoplePerQuery = 2000;

const columns = {
  id: people.id,
  kind: people.kind,
  employeeId: people.employeeId,
  externalId: people.externalId,
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
  firmId: people.firmId,
  hiredOn: people.hiredOn,
  leftAt: people.leftAt,
  onLeave: people.onLeave,
  language: people.language,
  timeZone: people.timeZone,
  workerType: people.workerType,
};

/** Everyone who has the id by which a feed names people of a kind, by that id. */
export async function listKnownPeople(
  handle: Handle,
  kind: PeopleFeed<string>["kind"],
): Promise<Map<string, KnownPerson>> {
  const [column, idOf] =
    kind === "partner"
      ? [people.externalId, (person: KnownPerson) => person.externalId]
      : [people.employeeId, (person: KnownPerson) => person.employeeId];
  const known = new Map<string, KnownPerson>();
  for (let last = ""; ; ) {
    const rows = await handle
      .select(columns)
      .from(people)
      .where(gt(column, last))
      .orderBy(column)
      .limit(peoplePerQuery);
    for (const row of rows) {
      last = idOf(row) ?? last;
      known.set(last, row);
    }
    if (rows.length < peoplePerQuery) return known;
    await nextTurn();
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
