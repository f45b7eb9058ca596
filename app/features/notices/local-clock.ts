import { Temporal } from "temporal-polyfill";
import type { NoticePolicy } from "#app/platform/db.server.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

/** A calendar day as the number of days since 1 January 1970, so that days can be counted. */
export type DayNumber = number;
export type LocalClock = { day: DayNumber; minutes: number };

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day and the minute of the day on a wall clock. A zone that nobody knows counts as UTC. */
export function localClock(at: number, timeZone: string): LocalClock {
  const part: Record<string, number> = {};
  for (const { type, value } of formatIn(timeZone).formatToParts(at)) part[type] = Number(value);
  const { year = 1970, month = 1, day = 1, hour = 0, minute = 0 } = part;
  return { day: Date.UTC(year, month - 1, day) / millisecondsADay, minutes: hour * 60 + minute };
}

/** 1 is Monday, 7 is Sunday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the week. */
export function weekOf(day: DayNumber): DayNumber {
  return day - weekdayOf(day) + 1;
}

export function dayText(day: DayNumber): string {
  return new Date(day * millisecondsADay).toISOString().slice(0, 10);
}

export function isOpenDay(day: DayNumber, { weekdays }: NoticePolicy): boolean {
  return weekdays.includes(weekdayOf(day));
}

/** Whether something may be sent to somebody whose wall clock shows this. */
export function isOpen({ day, minutes }: LocalClock, policy: NoticePolicy): boolean {
  return isOpenDay(day, policy) && minutes >= policy.open && minutes < policy.close;
}

/** The instant at which a day opens in a zone; later where clocks skip that minute. */
export function opensAt(day: DayNumber, timeZone: string, { open }: NoticePolicy): number {
  const time = Temporal.PlainTime.from({ hour: Math.floor(open / 60) % 24, minute: open % 60 });
  const date = Temporal.PlainDate.from(dayText(day));
  return date.toZonedDateTime({ timeZone: knownZone(timeZone), plainTime: time }).epochMilliseconds;
}

function knownZone(timeZone: string): string {
  return formatIn(timeZone).resolvedOptions().timeZone;
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const format = makeFormat(timeZone) ?? makeFormat("UTC");
  if (!format) throw new Error("This machine knows no UTC.");
  formats.set(timeZone, format);
  return format;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const numeric = "numeric";
  try {
    return new Intl.DateTimeFormat("en-US", {
      ...{ timeZone, hourCycle: "h23", year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric },
    });
  } catch {
    return null;
  }
}
