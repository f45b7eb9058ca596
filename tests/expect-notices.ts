import { Temporal } from "temporal-polyfill";
import type { NoticePerson } from "#app/features/notices/notice-person.ts";

const opening = Temporal.PlainTime.from("08:00");
const closing = Temporal.PlainTime.from("18:00");
const before = [30, 14, 7, 3, 1, 0];

/**
 * What must be sent, told again from the words of the rule and by the calendar alone: nothing of it is shared with the
 * code that is tested. Each answer is a line `reader day kind: steps`.
 */
export function makeExpectation() {
  const told = new Set<string>();
  const mailed = new Set<string>();
  const schedules = new Map<string, Map<string, number>>();
  const walls = new Map<string, Temporal.ZonedDateTime>();

  const lines = new WeakMap<readonly NoticePerson[], Map<string, NoticePerson[]>>();

  function wall(at: number, zone: string): Temporal.ZonedDateTime {
    const key = `${at} ${zone}`;
    const known = walls.get(key) ?? Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    if (walls.size > 50_000) walls.clear();
    walls.set(key, known);
    return known;
  }

  /** On which day which step is the latest, by walking the calendar up to the end. */
  function scheduleOf(dueAt: number, zone: string): Map<string, number> {
    const key = `${dueAt} ${zone}`;
    const known = schedules.get(key);
    if (known) return known;
    const end = wall(dueAt, zone);
    const inTime = end.hour * 60 + end.minute > 8 * 60;
    const last = inTime ? end.toPlainDate() : end.toPlainDate().subtract({ days: 1 });
    const openDays: Temporal.PlainDate[] = [];
    for (let n = 60; n >= 0; n--) {
      const date = last.subtract({ days: n });
      if (date.dayOfWeek <= 5) openDays.push(date);
    }
    const schedule = new Map<string, number>();
    const days = before.map((n) => {
      const target = last.subtract({ days: n });
      const after = openDays.find((one) => Temporal.PlainDate.compare(one, target) >= 0);
      return { n, on: after ?? openDays.at(-1) };
    });
    for (const date of openDays) {
      const come = days.filter(({ on }) => on && Temporal.PlainDate.compare(on, date) <= 0).map(({ n }) => n);
      if (come.length > 0) schedule.set(date.toString(), Math.min(...come));
    }
    schedules.set(key, schedule);
    return schedule;
  }

  return function expectAt(people: readonly NoticePerson[], at: number): string[] {
    const byId = new Map(people.map((one) => [one.id, one]));
    const isDay = (one: NoticePerson) => {
      const time = wall(at, one.timeZone);
      const clock = time.toPlainTime();
      const open = Temporal.PlainTime.compare(clock, opening) >= 0 && Temporal.PlainTime.compare(clock, closing) < 0;
      return open && time.dayOfWeek < 6;
    };
    const today = (one: NoticePerson) => wall(at, one.timeZone).toPlainDate();
    const above = lines.get(people) ?? new Map<string, NoticePerson[]>();
    lines.set(people, above);
    const nearest = (one: NoticePerson): NoticePerson[] => {
      const known = above.get(one.id);
      if (known) return known;
      const found: NoticePerson[] = [];
      const seen = new Set([one.id]);
      let up = byId.get(one.managerEmployeeId ?? "");
      while (up && !seen.has(up.id)) {
        seen.add(up.id);
        if (up.reachable) found.push(up);
        up = byId.get(up.managerEmployeeId ?? "");
      }
      above.set(one.id, found);
      return found;
    };
    const concerned = people.filter((one) => one.counted && !one.onLeave && one.dueAt !== null);
    const own: string[] = [];
    const team = new Map<string, string[]>();
    const tell = (reader: NoticePerson, line: string) => {
      if (!told.has(line)) team.set(reader.id, [...(team.get(reader.id) ?? []), line]);
    };
    const ownToday = new Set<string>();
    for (const one of concerned) {
      const due = one.dueAt ?? 0;
      if (at < due) {
        if (due - at > 40 * 86_400_000 || !one.reachable || !isDay(one)) continue;
        const n = scheduleOf(due, one.timeZone).get(today(one).toString());
        const line = `${one.id} ${new Date(due).toISOString().slice(0, 10)} before-${n}`;
        if (n === undefined || told.has(line) || mailed.has(`${one.id} ${today(one)}`)) continue;
        told.add(line);
        ownToday.add(one.id);
        own.push(`${one.id} ${today(one)} reminder: ${line}`);
        continue;
      }
      const since = Math.max(due, one.knownFrom ?? 0);
      if (at - since > 40 * 86_400_000) continue;
      const [first, second] = nearest(one);
      if (!first) continue;
      const upper = second ?? first;
      const passed = (reader: NoticePerson) =>
        wall(since, reader.timeZone).toPlainDate().until(today(reader), { largestUnit: "day" }).days;
      const openedSince = (reader: NoticePerson, days: number) => {
        let date = wall(since, reader.timeZone).toPlainDate().add({ days });
        while (date.dayOfWeek > 5) date = date.add({ days: 1 });
        return Temporal.PlainDate.compare(today(reader), date) >= 0;
      };
      const line = (step: string) => `${one.id} ${new Date(since).toISOString().slice(0, 10)} ${step}`;
      if (openedSince(upper, 14)) {
        if (passed(upper) <= 20 && isDay(upper)) tell(upper, line("above-14"));
      } else if (openedSince(first, 7) && passed(first) <= 13 && isDay(first)) tell(first, line("after-7"));
    }
    // On a Friday and a Saturday in UTC it is neither Monday, Tuesday nor Wednesday anywhere.
    const noDigest = [5, 6].includes(new Date(at).getUTCDay());
    for (const reader of noDigest ? [] : digestReaders(people, nearest, at)) {
      const date = today(reader);
      if (!isDay(reader) || date.dayOfWeek > 3) continue;
      tell(reader, `${reader.id} ${date.subtract({ days: date.dayOfWeek - 1 })} digest`);
    }
    const mails = [...own];
    for (const line of own) mailed.add(line.split(" ").slice(0, 2).join(" "));
    for (const [readerId, lines] of team) {
      const reader = byId.get(readerId);
      if (!reader || ownToday.has(readerId) || mailed.has(`${readerId} ${today(reader)}`)) continue;
      mailed.add(`${readerId} ${today(reader)}`);
      for (const line of lines) told.add(line);
      const kind = lines.some((line) => line.endsWith("digest")) ? "digest" : "escalation";
      mails.push(`${readerId} ${today(reader)} ${kind}: ${lines.sort().join(", ")}`);
    }
    return mails.sort();
  };
}

/** Managers who can be reached and have somebody overdue or soon to be, anywhere below them. */
function digestReaders(
  people: readonly NoticePerson[],
  nearest: (one: NoticePerson) => NoticePerson[],
  at: number,
): Set<NoticePerson> {
  const readers = new Set<NoticePerson>();
  for (const one of people) {
    const due = one.dueAt;
    if (!one.counted || one.onLeave || due === null || due - at > 14 * 86_400_000) continue;
    for (const manager of nearest(one)) readers.add(manager);
  }
  return readers;
}
