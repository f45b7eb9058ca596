import { startOfDay } from "../people/start-of-day.ts";
import { drawBetween } from "./demo-draw.ts";
import { dayMs } from "./demo-timeline.ts";

const hourMs = 3_600_000;
const startsAt = [8.5, 15] as const;
const endsAt = 17.75;

export type WorkingTime = {
  now: () => number;
  /** Goes on by so many milliseconds in one sitting, past the end of the day if need be. */
  spend: (ms: number) => void;
  /** Goes on by so many milliseconds, on the next working day when that day's work is over. */
  pass: (ms: number) => void;
  /** Goes on at some hour of the first working day at least `days` days later. */
  rest: (days: number) => void;
  /** Goes on in the first working hour drawn that is not before this instant. */
  waitUntil: (instant: number) => void;
};

/**
 * A clock that one person works by: Monday to Friday, in the hours of the person's time zone. It starts on the first
 * working day that is not before `startAt`.
 */
export function workingTime({
  timeZone,
  startAt,
  random,
}: {
  timeZone: string;
  startAt: number;
  random: () => number;
}): WorkingTime {
  let day = 0;
  let dayEndsAt = 0;
  let now = 0;

  function begin(earliest: number) {
    day = earliest;
    while (isWeekend(day)) day += 1;
    const midnight = startOfDay(new Date(day * dayMs).toISOString().slice(0, 10), timeZone);
    dayEndsAt = midnight + endsAt * hourMs;
    now = midnight + Math.round(drawBetween(...startsAt, random) * hourMs);
  }

  begin(Math.floor(startAt / dayMs));
  return {
    now: () => now,
    spend: (ms) => {
      now += Math.round(ms);
    },
    pass: (ms) => {
      now += Math.round(ms);
      if (now > dayEndsAt) begin(day + 1);
    },
    rest: (days) => begin(day + Math.max(1, Math.round(days))),
    waitUntil: (instant) => {
      while (now < instant) begin(day + 1);
    },
  };
}

/** Days are counted from 1970-01-01, which was a Thursday. */
function isWeekend(day: number): boolean {
  const weekday = (day + 4) % 7;
  return weekday === 0 || weekday === 6;
}
