import { and, inArray } from "drizzle-orm";
import { type Handle, type MessageContent, people } from "#app/platform/db.server.ts";
import { withoutAddresses } from "#app/platform/mail/mail-outcome.ts";
import { decideForSubject } from "../claims/decide-for-subject.server.ts";
import { fullName } from "../people/full-name.ts";
import { isHere } from "../people/is-here.server.ts";
import type { PlannedMail } from "./compose-mails.ts";
import type { Moment } from "./moment.ts";
import { occasionOf } from "./notice-line.ts";
import { type Judged, readJudged } from "./read-notice-people.server.ts";
import { readStepsLeft } from "./read-steps-left.server.ts";
import { type EndOf, writeReminder } from "./write-reminder.ts";
import { writeTeamMail } from "./write-team-mail.ts";

const mostSaid = 200;

export type WrittenMail = { mail: PlannedMail; toAddress: string; content: MessageContent };
/** `said` is what went wrong, in the words of the program. */
export type UnwrittenMail = { mail: PlannedMail; said: string };
type Written = { written: WrittenMail[]; unwritten: UnwrittenMail[] };
type Asked = { mails: readonly PlannedMail[]; moment: Moment };

/**
 * The words of some mails, with what is left to do for whoever gets one: a few queries for all of them. Whoever is not
 * to be told any more since the plan was made is left out. One that cannot be written costs only itself.
 */
export async function writeMails(handle: Handle, { mails, moment }: Asked): Promise<Written> {
  try {
    return await writeTogether(handle, { mails, moment });
  } catch (error) {
    const [first, second] = mails;
    if (!second) return { written: [], unwritten: first ? [{ mail: first, said: whatWasSaid(error) }] : [] };
    // What one of them is written from cannot be read; which one shows when each is written by itself.
    const each: Written[] = [];
    for (const mail of mails) each.push(await writeMails(handle, { mails: [mail], moment }));
    return {
      written: each.flatMap(({ written }) => written),
      unwritten: each.flatMap(({ unwritten }) => unwritten),
    };
  }
}

async function writeTogether(handle: Handle, { mails, moment }: Asked): Promise<Written> {
  const judged = await readJudged(
    handle,
    mails.map(({ to }) => to.id),
    moment,
  );
  const known = new Map(judged.map((one) => [one.person.id, one]));
  const now = Math.max(0, ...mails.map(({ to }) => moment(to.timeZone)));
  const reminded = mails.flatMap(({ kind, to }) => (kind === "reminder" ? (known.get(to.id) ?? []) : []));
  const steps = await readStepsLeft(handle, { asked: reminded, now });
  const helpers = await readNames(handle, { judged: reminded, now });
  const write = (mail: PlannedMail): WrittenMail[] => {
    const reader = known.get(mail.to.id);
    if (!reader?.email || !reader.person.reachable) return [];
    const { person, email: toAddress } = reader;
    if (mail.kind !== "reminder") return [{ mail, toAddress, content: writeTeamMail(mail) }];
    const endAt = person.dueAt;
    if (!person.counted || endAt === null || occasionOf(endAt) !== mail.lines[0]?.occasion) return [];
    const content = writeReminder({
      ...{ person, endAt, endOf: endOf(reader, moment(person.timeZone)), now: moment(person.timeZone) },
      steps: steps.get(person.id) ?? [],
      manager: helpers.get(person.managerEmployeeId ?? "") ?? null,
    });
    return [{ mail, toAddress, content }];
  };
  const unwritten: UnwrittenMail[] = [];
  const written = mails.flatMap((mail) => {
    try {
      return write(mail);
    } catch (error) {
      unwritten.push({ mail, said: whatWasSaid(error) });
      return [];
    }
  });
  return { written, unwritten };
}

function whatWasSaid(error: unknown): string {
  return withoutAddresses(error instanceof Error ? error.message : String(error)).slice(0, mostSaid);
}

/** What ends: the certification, the old edition's, the grace, a permission, or the time without rules. */
function endOf({ program, subject, person }: Judged, now: number): EndOf {
  const decided = decideForSubject(program, subject, { at: now, now });
  if (decided.outcome === "allow_by_override") return "override";
  if (decided.reasons.includes("NEW_EDITION")) return "edition";
  if (decided.outcome === "allow_in_grace") return "grace";
  const own = subject.certifications.some(({ validUntil }) => validUntil === person.dueAt);
  if (own) return "renewal";
  return subject.certifications.some(({ validUntil }) => validUntil > now) ? "edition" : "upcoming";
}

async function readNames(
  handle: Handle,
  { judged, now }: { judged: readonly Judged[]; now: number },
): Promise<Map<string, string>> {
  const ids = [...new Set(judged.flatMap(({ person }) => person.managerEmployeeId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await handle
    .select({
      employeeId: people.employeeId,
      givenName: people.givenName,
      familyName: people.familyName,
      preferredName: people.preferredName,
    })
    .from(people)
    .where(and(inArray(people.employeeId, ids), isHere(now)));
  return new Map(rows.map((row) => [row.employeeId ?? "", fullName(row)]));
}
