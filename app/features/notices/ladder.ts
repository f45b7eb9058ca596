import type { NoticePolicy } from "#app/platform/db.server.ts";
import { type DayNumber, isOpenDay, localClock } from "./local-clock.ts";

type BeforeStep = `before-${number}`;
/** To the manager, and one level up. */
type AfterStep = `after-${number}` | `above-${number}`;
/** Which one of the ladder, or the weekly digest of a manager. */
export type NoticeStep = BeforeStep | AfterStep | "digest";

export type RungDay = { step: BeforeStep; day: DayNumber };

/**
 * The last calendar day on which something can reach the person in time: the day of the end itself, unless the end comes
 * before that day opens.
 */
function lastDay(dueAt: number, timeZone: string, { open }: NoticePolicy): DayNumber {
  const { day, minutes } = localClock(dueAt, timeZone);
  return minutes > open ? day : day - 1;
}

/**
 * The days of the steps before an end, from the first to the last. One that falls on a closed day moves to the next open
 * one, or where that would be too late to the one before, so that the last word never comes after the end.
 */
export function rungDays(dueAt: number, timeZone: string, policy: NoticePolicy): RungDay[] {
  const last = lastDay(dueAt, timeZone, policy);
  return policy.before
    .toSorted((a, b) => b - a)
    .map((days) => ({ step: `before-${days}`, day: openDayNear(last - days, last, policy) }));
}

/** The latest step whose day has come. Those before it were missed or sent, and are never made up for. */
export function latestRung(rungs: readonly RungDay[], today: DayNumber): RungDay | null {
  return rungs.findLast(({ day }) => day <= today) ?? null;
}

/** The day of a step so many days after an end; a closed day moves to the next open one. */
export function afterDay(endDay: DayNumber, days: number, policy: NoticePolicy): DayNumber {
  return nextOpenDay(endDay + days, policy);
}

function openDayNear(day: DayNumber, last: DayNumber, policy: NoticePolicy): DayNumber {
  const next = nextOpenDay(day, policy);
  return next <= last ? next : openDayBefore(day, policy);
}

function nextOpenDay(from: DayNumber, policy: NoticePolicy): DayNumber {
  let day = from;
  while (!isOpenDay(day, policy)) day += 1;
  return day;
}

function openDayBefore(from: DayNumber, policy: NoticePolicy): DayNumber {
  let day = from;
  while (!isOpenDay(day, policy)) day -= 1;
  return day;
}
