import { and, asc, gt, inArray, ne } from "drizzle-orm";
import { type Database, type Handle, people } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { readManyClaimFacts } from "../claims/read-claim-facts.server.ts";
import type { ProgramFacts, Subject } from "../claims/sort-fact-rows.server.ts";
import { fullName } from "../people/full-name.ts";
import { judgeMember } from "../teams/judge-member.server.ts";
import type { Moment } from "./moment.ts";
import type { NoticePerson } from "./notice-person.ts";

/** About 30 ms of work, so that pages and the gate are not kept waiting. */
const chunk = 250;
/** Ids are read faster. */
const idsAtOnce = 5_000;

/**
 * Everybody who may be reminded or told of others, as they stand at the moment; 40,000 people are about 20 MB for as long
 * as a run takes. Read anew each time, so that no run believes what was true before.
 */
export async function readNoticePeople(db: Database, moment: Moment): Promise<NoticePerson[]> {
  const ids: string[] = [];
  for (let some = idsAtOnce; some === idsAtOnce; await nextTurn()) {
    const rows = await db.read
      .select({ id: people.id })
      .from(people)
      .where(and(ne(people.kind, "partner"), gt(people.id, ids.at(-1) ?? "")))
      .orderBy(asc(people.id))
      .limit(idsAtOnce);
    for (const { id } of rows) ids.push(id);
    some = rows.length;
  }
  return readInTurns(db.read, ids, moment);
}

/** Any number of people, in turns between which others get theirs. */
export async function readInTurns(handle: Handle, ids: readonly string[], moment: Moment): Promise<NoticePerson[]> {
  const found: NoticePerson[] = [];
  for (let first = 0; first < ids.length; first += chunk) {
    if (first > 0) await nextTurn();
    for (const { person } of await readJudged(handle, ids.slice(first, first + chunk), moment)) found.push(person);
  }
  return found;
}

export type Judged = { person: NoticePerson; subject: Subject; program: ProgramFacts; email: string | null };

/** Some of them with what it was judged from. Partners and people without an employee id are nobody's reports. */
export async function readJudged(handle: Handle, ids: readonly string[], moment: Moment): Promise<Judged[]> {
  const rows = await handle
    .select(columns)
    .from(people)
    .where(inArray(people.id, [...ids]));
  const { program, subjects } = await readManyClaimFacts(handle, { personIds: ids });
  return rows.flatMap((row) => {
    const subject = subjects.get(row.id);
    if (!subject || row.kind === "partner" || row.employeeId === null) return [];
    const now = moment(row.timeZone);
    const { counted, dueAt } = judgeMember(program, subject, now);
    const { knownFrom } = subject.person;
    const employed = (row.leftAt === null || row.leftAt > now) && (knownFrom ?? 0) <= now;
    const { id, employeeId, managerEmployeeId, country, language, timeZone, onLeave } = row;
    const person = {
      ...{ id, employeeId, managerEmployeeId, country, language, timeZone, onLeave, knownFrom, counted, dueAt },
      name: fullName(row),
      reachable: employed && !onLeave && Boolean(row.email),
    };
    return [{ person, subject, program, email: row.email }];
  });
}

const columns = {
  id: people.id,
  kind: people.kind,
  employeeId: people.employeeId,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
  email: people.email,
  managerEmployeeId: people.managerEmployeeId,
  country: people.country,
  leftAt: people.leftAt,
  onLeave: people.onLeave,
  language: people.language,
  timeZone: people.timeZone,
};
