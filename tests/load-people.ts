import { asc, eq } from "drizzle-orm";
import { findPersonByEmployeeId, type Person } from "#app/features/people/find-person.server.ts";
import { hrFeed } from "#app/features/people/hr-feed.ts";
import { type ImportOutcome, importPeople } from "#app/features/people/import-people.server.ts";
import { type Database, personVersions } from "#app/platform/db.server.ts";

export const first = Date.parse("2026-06-15T12:00:00Z");
export const second = Date.parse("2026-06-20T12:00:00Z");
export const third = Date.parse("2026-06-25T12:00:00Z");

type Given = Partial<Omit<Parameters<typeof importPeople>[0], "feed">>;

/** Imports a file at an instant, saying yes to every question. */
export function load(db: Database, file: string, now: number, given: Given = {}): Promise<ImportOutcome> {
  return importPeople({
    db,
    feed: hrFeed,
    clock: { now: () => now },
    file,
    appliedBy: "test",
    confirm: async () => true,
    ...given,
  });
}

export async function getPerson(db: Database, employeeId: string): Promise<Person> {
  const person = await findPersonByEmployeeId(db.read, employeeId);
  if (!person) throw new Error(`${employeeId} is not there`);
  return person;
}

export async function listVersions(db: Database, employeeId: string) {
  return db.read
    .select()
    .from(personVersions)
    .where(eq(personVersions.personId, (await getPerson(db, employeeId)).id))
    .orderBy(asc(personVersions.validFrom), asc(personVersions.recordedAt));
}
