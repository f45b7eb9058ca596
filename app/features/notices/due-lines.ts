import type { NoticePolicy } from "#app/platform/db.server.ts";
import { type ReportingLines, reportingLines } from "../teams/reporting-lines.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";
import { afterDay, latestRung, rungDays } from "./ladder.ts";
import { dayText, isOpen, type LocalClock, localClock, weekdayOf, weekOf } from "./local-clock.ts";
import type { Moment } from "./moment.ts";
import { type NoticeLine, occasionOf } from "./notice-line.ts";
import { type NoticePerson, overdueSince } from "./notice-person.ts";
import { reachableLine } from "./reachable-line.ts";
import { type Digest, teamDigests } from "./team-digests.ts";

export type DueLines = { lines: NoticeLine[]; digests: Map<string, Digest> };

/**
 * What is due to be told now, whether or not it was told before: for each person the latest step of the ladder that has
 * come, to each manager the digest of the week. Nothing for people who are done, on leave, gone or not required, and
 * nothing where it is night, a weekend or outside the hours for the reader.
 */
export function dueLines(given: { people: readonly NoticePerson[]; moment: Moment; policy: NoticePolicy }): DueLines {
  const { people, moment, policy } = given;
  const scope: Scope = { tree: reportingLines(people), clock: clocks(moment), moment, policy };
  const lines: NoticeLine[] = [];
  for (const person of people) {
    if (!person.counted || person.onLeave || person.dueAt === null) continue;
    const now = moment(person.timeZone);
    const line = now < person.dueAt ? ownLine(person, person.dueAt, now, scope) : lineToManager(person, now, scope);
    if (line) lines.push(line);
  }
  const digests = digestsNow(people, scope);
  for (const person of people) if (digests.has(person.id)) lines.push(digestLine(person, scope.clock(person.timeZone)));
  return { lines, digests };
}

type Scope = {
  tree: ReportingLines<NoticePerson>;
  clock: (timeZone: string) => LocalClock;
  moment: Moment;
  policy: NoticePolicy;
};

function clocks(moment: Moment): Scope["clock"] {
  const known = new Map<string, LocalClock>();
  return (timeZone) => {
    const clock = known.get(timeZone) ?? localClock(moment(timeZone), timeZone);
    known.set(timeZone, clock);
    return clock;
  };
}

/** Steps move by a weekend and a zone at most: nothing further away is looked at closely. */
export const slackDays = 10;

function ownLine(person: NoticePerson, dueAt: number, now: number, { clock, policy }: Scope): NoticeLine | null {
  if ((dueAt - now) / millisecondsADay > Math.max(...policy.before) + slackDays) return null;
  const here = clock(person.timeZone);
  if (!person.reachable || !isOpen(here, policy)) return null;
  const rung = latestRung(rungDays(dueAt, person.timeZone, policy), here.day);
  if (!rung) return null;
  return { to: person, about: person, occasion: occasionOf(dueAt), endAt: dueAt, step: rung.step, day: here.day };
}

function lineToManager(person: NoticePerson, now: number, { tree, clock, policy }: Scope): NoticeLine | null {
  const endAt = overdueSince(person) ?? now;
  const { managerAfter, upperAfter, lateDays } = policy;
  if ((now - endAt) / millisecondsADay > upperAfter + lateDays + slackDays) return null;
  const [manager, upper = manager] = reachableLine(tree, person);
  if (!manager || !upper) return null;
  for (const [to, days, kind] of [
    [upper, upperAfter, "above"],
    [manager, managerAfter, "after"],
  ] as const) {
    const here = clock(to.timeZone);
    const endDay = localClock(endAt, to.timeZone).day;
    if (here.day < afterDay(endDay, days, policy)) continue;
    // The latest step that has come; an earlier one is not made up for.
    if (here.day > endDay + days + lateDays || !isOpen(here, policy) || isBeforeDigest(here, policy)) return null;
    return { to, about: person, occasion: occasionOf(endAt), endAt, step: `${kind}-${days}`, day: here.day };
  }
  return null;
}

/** Whether this is the morning of a digest: what is told before its hour would push it to the next day. */
function isBeforeDigest({ day, minutes }: LocalClock, { digestWeekday, digestFrom }: NoticePolicy): boolean {
  return weekdayOf(day) === digestWeekday && minutes < digestFrom;
}

function digestsNow(people: readonly NoticePerson[], { tree, clock, moment, policy }: Scope): Map<string, Digest> {
  const isDigestTime = ({ timeZone }: NoticePerson) => {
    const here = clock(timeZone);
    const late = weekdayOf(here.day) - policy.digestWeekday;
    const isDay = late >= 0 && late <= policy.digestLateDays;
    return isDay && here.minutes >= policy.digestFrom && isOpen(here, policy);
  };
  const readers = people.filter((one) => one.reachable && tree.reportsOf.has(one.employeeId) && isDigestTime(one));
  if (readers.length === 0) return new Map();
  const all = teamDigests(tree, people, moment);
  return new Map(readers.flatMap(({ id }) => (all.has(id) ? [[id, all.get(id) as Digest]] : [])));
}

function digestLine(manager: NoticePerson, { day }: LocalClock): NoticeLine {
  return { to: manager, about: manager, occasion: dayText(weekOf(day)), endAt: null, step: "digest", day };
}
