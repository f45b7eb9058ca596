import { and, asc, isNotNull, min, ne } from "drizzle-orm";
import { type Database, people, personVersions } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";
import { keepPeople } from "../teams/keep-people.server.ts";
import { slotOf, standingAhead } from "../teams/people-columns.ts";
import type { Moment } from "./moment.ts";
import type { NoticePerson } from "./notice-person.ts";

type PeopleAhead = {
  /** Whoever has something due within the time asked for, and whoever leads somebody: others change no mail. */
  peopleAt: (moment: Moment) => NoticePerson[];
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
  const rows = await db.read
    .select(columns)
    .from(people)
    .where(and(ne(people.kind, "partner"), isNotNull(people.employeeId)))
    .orderBy(asc(people.id));
  const first = await db.read
    .select({ personId: personVersions.personId, at: min(personVersions.validFrom) })
    .from(personVersions)
    .groupBy(personVersions.personId);
  const knownSince = new Map(first.map(({ personId, at }) => [personId, at]));
  const known = rows.flatMap(({ email, leftAt, givenName, familyName, preferredName, employeeId, ...row }) => {
    const slot = slotOf(kept, row.id);
    if (slot === -1 || employeeId === null) return [];
    const knownFrom = knownSince.get(row.id) ?? null;
    const name = fullName({ givenName, familyName, preferredName });
    return [
      { slot, leftAt, mayGetMail: Boolean(email) && !row.onLeave, person: { ...row, employeeId, name, knownFrom } },
    ];
  });
  const leads = new Set(known.map(({ person }) => person.managerEmployeeId));
  const isEmployed = ({ leftAt, person }: (typeof known)[number], at: number) =>
    (leftAt === null || leftAt > at) && (person.knownFrom ?? 0) <= at;
  return {
    peopleAt: (moment) =>
      known.flatMap((one): NoticePerson[] => {
        const { slot, mayGetMail, person } = one;
        const at = moment(person.timeZone);
        const { counted, dueAt } = standingAhead(kept, slot, at);
        const isFar = !counted || dueAt === null || dueAt - at > within;
        if (isFar && !leads.has(person.employeeId)) return [];
        return [{ ...person, counted, dueAt, reachable: mayGetMail && isEmployed(one, at) }];
      }),
    population: known.filter((one) => one.mayGetMail && isEmployed(one, now)).length,
  };
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
