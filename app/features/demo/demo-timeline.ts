import { startOfDay } from "../people/start-of-day.ts";

export const dayMs = 86_400_000;

/** How long before the seed the demo's story begins, in days. */
export const daysOfHistory = 75;

export type DemoWave = "first" | "second" | "third";

export type DemoTimeline = {
  openedAt: number;
  waves: Record<DemoWave, { announcedAt: number; effectiveAt: number; graceDays: number }>;
};

/** The whole plan follows from the instant at which the story begins, so that an interrupted seed goes on with the same. */
export function demoTimeline(openedAt: number): DemoTimeline {
  const dayAfter = (days: number) => new Date(openedAt + days * dayMs).toISOString().slice(0, 10);
  const grace = { graceDays: 14 };
  return {
    openedAt,
    waves: {
      first: {
        ...grace,
        announcedAt: openedAt + dayMs,
        effectiveAt: startOfDay(dayAfter(daysOfHistory - 45), "America/New_York"),
      },
      second: {
        ...grace,
        announcedAt: openedAt + 35 * dayMs,
        effectiveAt: startOfDay(dayAfter(daysOfHistory - 7), "Europe/London"),
      },
      third: {
        ...grace,
        announcedAt: openedAt + 40 * dayMs,
        effectiveAt: startOfDay(monthAfterNext(openedAt + daysOfHistory * dayMs), "UTC"),
      },
    },
  };
}

function monthAfterNext(instant: number): string {
  const date = new Date(instant);
  return new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 2, 1)).toISOString().slice(0, 10);
}
