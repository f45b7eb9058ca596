import { and, eq, gt, isNotNull, ne, type SQL, sql } from "drizzle-orm";
import { type Database, people, personChanges, prepareRows, standingFacts } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";
import { nameKeys } from "./name-keys.ts";
import { perEngine, readStandingFacts } from "./read-standing-facts.server.ts";
import { decodeFacts, findFacts, type StandingFacts } from "./standing-facts.ts";
import type { Profile } from "./team-member.ts";

/** A person as HR knows them, and what the standing depends on. `leftAt` in milliseconds. */
export type PersonRead = {
  profile: Profile;
  leftAt: number | null;
  /** The last change that `facts` are known to hold; another one may be in them already. */
  mark: number;
  /** Encoded. */
  facts: string;
  decoded: StandingFacts;
  /** Gathered anew, because the stored ones were older than the person's last change. */
  isNew: boolean;
};

/** For whoever was added by hand without it: a value of its own, so that a figure of them opens a list as any other does. */
const untold = "–";

const columns = {
  id: people.id,
  kind: people.kind,
  employeeId: people.employeeId,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
  managerEmployeeId: people.managerEmployeeId,
  country: people.country,
  region: people.region,
  department: people.department,
  jobTitle: people.jobTitle,
  onLeave: people.onLeave,
  workerType: people.workerType,
  leftAt: people.leftAt,
  mark: sql`${personChanges.mark}`.as("current_mark"),
  factsMark: sql`${standingFacts.mark}`.as("facts_mark"),
  facts: standingFacts.facts,
};

const isInTeams = and(ne(people.kind, "partner"), isNotNull(people.employeeId));
const peopleQuery = (handle: Parameters<Parameters<typeof prepareRows>[1]>[0], who: SQL | undefined) =>
  handle
    .select(columns)
    .from(people)
    .leftJoin(personChanges, eq(personChanges.personId, people.id))
    .leftJoin(standingFacts, eq(standingFacts.personId, people.id))
    .where(and(isInTeams, who));

const named = perEngine("team_people", (theirs) => (handle) => peopleQuery(handle, sql`${people.id} ${theirs}`));
// By themselves: joined and limited in one statement, PostgreSQL prepares to read both other tables whole, each time.
const nextIds = prepareRows("team_ids_after", (handle) =>
  handle
    .select({ id: people.id })
    .from(people)
    .where(and(isInTeams, gt(people.id, sql.placeholder("after"))))
    .orderBy(people.id)
    .limit(sql.placeholder("limit")),
);

/** Some people by id. Whoever is a partner, has no employee id or is unknown is left out. */
export async function readPeople(db: Database, personIds: readonly string[]): Promise<PersonRead[]> {
  return withFacts(db, await named(db, personIds));
}

/** The next people in the order of their ids, of at most `limit` ids, and the last of these; null after the last person. */
export async function readPeopleAfter(
  db: Database,
  { after, limit }: { after: string; limit: number },
): Promise<{ people: PersonRead[]; last: string } | null> {
  const ids = (await nextIds(db.read, { after, limit })).map(([id]) => id as string);
  const last = ids.at(-1);
  if (last === undefined) return null;
  const places = new Map(ids.map((id, place) => [id, place]));
  const placeOf = ({ profile }: PersonRead) => places.get(profile.id) ?? 0;
  const read = await readPeople(db, ids);
  return { people: read.sort((a, b) => placeOf(a) - placeOf(b)), last };
}

/**
 * A mark is read before the facts that it is kept with. A change in between has another mark, so these facts are then
 * gathered again by whoever meets them; those of an equal mark are as if gathered now.
 */
async function withFacts(db: Database, rows: readonly unknown[][]): Promise<PersonRead[]> {
  const read = rows.map((row) => personOf(row));
  const stale = read.filter(({ decoded }) => decoded === null).map(({ profile }) => profile.id);
  const gathered = await readStandingFacts(db, stale);
  return read.flatMap(({ decoded, ...person }): PersonRead[] => {
    if (decoded !== null) return [{ ...person, decoded, isNew: false }];
    const facts = gathered.get(person.profile.id);
    return facts === undefined ? [] : [{ ...person, facts, decoded: decodeFacts(facts), isNew: true }];
  });
}

/** `decoded` is null where the stored facts are missing, overtaken or spoilt. */
function personOf(row: readonly unknown[]) {
  const [id, kind, employeeId, givenName, familyName, preferredName, managerEmployeeId, ...more] = row;
  const [country, region, department, jobTitle, onLeave, workerType, leftAt, currentMark, factsMark, facts] = more;
  const name = {
    givenName: givenName as string,
    familyName: familyName as string,
    preferredName: preferredName as string | null,
  };
  const mark = currentMark === null ? 0 : Number(currentMark);
  return {
    profile: {
      id: id as string,
      kind: kind as Profile["kind"],
      employeeId: employeeId as string,
      name: fullName(name),
      ...nameKeys(name),
      managerEmployeeId: managerEmployeeId as string | null,
      country: country as string,
      region: (region as string) || untold,
      department: (department as string) || untold,
      jobTitle: (jobTitle as string) || untold,
      // SQLite has no flags of its own.
      onLeave: onLeave === true || onLeave === 1,
      contractor: workerType === "contractor",
    },
    leftAt: leftAt === null ? null : Number(leftAt),
    mark,
    facts: (facts as string | null) ?? "",
    decoded: facts === null || Number(factsMark) !== mark ? null : findFacts(facts as string),
  };
}
