import { and, asc, gt, isNotNull, lte, min, ne } from "drizzle-orm";
import { type Database, type Handle, people, personVersions } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { fullName } from "../people/full-name.ts";
import { keepPeople } from "../teams/keep-people.server.ts";
import { slotOf, standingAhead } from "../teams/people-columns.ts";
import type { Moment } from "./moment.ts";
import type { NoticePerson } from "./notice-person.ts";

type PeopleAhead = {
  /** Whoever has something due within the time asked for, and whoever leads somebody: others change no mail. */
  peopleAt: (moment: Moment) => Promise<NoticePerson[]>;
  /** Everybody to whom mail may go now. */
  population: number;
};

/**
 * How everybody will stand at moments from `now` on if nothing is recorded meanwhile, as far as reminders ask. Made from
 * the standings that are kept in memory, because 40,000 people are asked about for many moments. `within` is in
 * milliseconds.
 */
export async function readPeopleAhead(
  db: Database,
  { now, within }: { now: number; within: number },
): Promise<PeopleAhead> {
  const { people: kept } = await keepPeople(db, { now });
  const known: KnownPerson[] = [];
  for (let rows = await readSome(db.read, ""); rows.length > 0; rows = await readSome(db.read, rows.at(-1)?.id ?? "")) {
    known.push(...rows.flatMap((row) => knownAs(row, slotOf(kept, row.id))));
    await nextTurn();
  }
  const leads = new Set(known.map(({ person }) => person.managerEmployeeId));
  const isEmployed = ({ leftAt, person }: KnownPerson, at: number) =>
    (leftAt === null || leftAt > at) && (person.knownFrom ?? 0) <= at;
  return {
    peopleAt: async (moment) => {
      await nextTurn();
      return known.flatMap((one): NoticePerson[] => {
        const { slot, mayGetMail, person } = one;
        const at = moment(person.timeZone);
        const { counted, dueAt } = standingAhead(kept, slot, at);
        const isFar = !counted || dueAt === null || dueAt - at > within;
        if (isFar && !leads.has(person.employeeId)) return [];
        return [{ ...person, counted, dueAt, reachable: mayGetMail && isEmployed(one, at) }];
      });
    },
    population: known.filter((one) => one.mayGetMail && isEmployed(one, now)).length,
  };
}

type KnownPerson = {
  slot: number;
  leftAt: number | null;
  mayGetMail: boolean;
  person: Omit<NoticePerson, "counted" | "dueAt" | "reachable">;
};

type Row = Awaited<ReturnType<typeof readSome>>[number];

function knownAs(row: Row, slot: number): KnownPerson[] {
  const { email, leftAt, givenName, familyName, preferredName, employeeId, ...rest } = row;
  if (slot === -1 || employeeId === null) return [];
  const name = fullName({ givenName, familyName, preferredName });
  return [{ slot, leftAt, mayGetMail: Boolean(email) && !row.onLeave, person: { ...rest, employeeId, name } }];
}

/** Some 10 ms of reading. */
const chunk = 2_000;

/** The next people behind an id. */
async function readSome(handle: Handle, after: string) {
  const rows = await handle
    .select(columns)
    .from(people)
    .where(and(ne(people.kind, "partner"), isNotNull(people.employeeId), gt(people.id, after)))
    .orderBy(asc(people.id))
    .limit(chunk);
  const first = await handle
    .select({ personId: personVersions.personId, at: min(personVersions.validFrom) })
    .from(personVersions)
    .where(and(gt(personVersions.personId, after), lte(personVersions.personId, rows.at(-1)?.id ?? after)))
    .groupBy(personVersions.personId);
  const knownSince = new Map(first.map(({ personId, at }) => [personId, at]));
  return rows.map((row) => ({ ...row, knownFrom: knownSince.get(row.id) ?? null }));
}

const columns = {
  id: people.id,
  employeeId: people.employeeId,
  managerEmployeeId: people.managerEmployeeId,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
  email: people.email,
  country: people.country,
  leftAt: people.leftAt,
  onLeave: people.onLeave,
  language: people.language,
  timeZone: people.timeZone,
};
