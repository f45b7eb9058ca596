import fc from "fast-check";
import { expect, test } from "vitest";
import { isOpen, localClock } from "./local-clock.ts";
import { nextSendingInstant } from "./next-sending-instant.ts";
import { defaultNoticePolicy as policy } from "./notice-policy.ts";

const next = (when: string, timeZone: string, given: Partial<typeof policy> = {}, from?: number) =>
  new Date(
    nextSendingInstant(Date.parse(when), { timeZone, policy: { ...policy, ...given }, ...(from ? { from } : {}) }),
  ).toISOString();

test.each([
  ["in the hours it is now", "2026-06-16T10:00:00Z", "Europe/Berlin", "2026-06-16T10:00:00.000Z"],
  ["the first minute", "2026-06-16T06:00:00Z", "Europe/Berlin", "2026-06-16T06:00:00.000Z"],
  ["the minute after the last", "2026-06-16T16:00:00Z", "Europe/Berlin", "2026-06-17T06:00:00.000Z"],
  ["before the day opens", "2026-06-16T01:00:00Z", "Europe/Berlin", "2026-06-16T06:00:00.000Z"],
  ["over the weekend", "2026-06-19T20:00:00Z", "Europe/Berlin", "2026-06-22T06:00:00.000Z"],
  ["clocks go forward meanwhile", "2026-03-28T10:00:00Z", "Europe/Berlin", "2026-03-30T06:00:00.000Z"],
  ["a zone of quarters of an hour", "2026-06-16T02:14:00Z", "Asia/Kathmandu", "2026-06-16T02:15:00.000Z"],
  // Half an hour forward on Sunday 4 October 2026.
  ["half an hour of summer time", "2026-10-02T12:00:00Z", "Australia/Lord_Howe", "2026-10-04T21:00:00.000Z"],
  // There was no Friday 30 December 2011 there.
  ["a day that never was", "2011-12-30T09:00:00Z", "Pacific/Apia", "2012-01-01T18:00:00.000Z"],
  ["a zone that nobody knows is UTC", "2026-06-16T03:00:00Z", "Mars/Olympus", "2026-06-16T08:00:00.000Z"],
  ["a zone that is missing is UTC", "2026-06-16T03:00:00Z", "", "2026-06-16T08:00:00.000Z"],
])("%s", (_, when, timeZone, expected) => {
  expect(next(when, timeZone)).toBe(expected);
});

test("a single open day that a zone skipped comes a week later, and an opening that clocks skip comes with them", () => {
  expect(next("2011-12-30T09:00:00Z", "Pacific/Apia", { weekdays: [5] })).toBe("2012-01-05T18:00:00.000Z");
  const early = { open: 150, close: 170, weekdays: [1, 2, 3, 4, 5, 6, 7] };
  // 02:30 to 02:50 is skipped on 29 March 2026 in Berlin.
  expect(next("2026-03-28T12:00:00Z", "Europe/Berlin", early)).toBe("2026-03-30T00:30:00.000Z");
});

test("a day that has had its mail is passed over", () => {
  const today = Date.UTC(2026, 5, 16) / 86_400_000;
  expect(next("2026-06-16T10:00:00Z", "Europe/Berlin", {}, today + 1)).toBe("2026-06-17T06:00:00.000Z");
});

const zones = [
  "Australia/Lord_Howe",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Africa/Casablanca",
  "UTC",
];
const hours = fc
  .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 60, max: 1440 }))
  .map(([open, long]) => ({ open, close: Math.min(1440, open + long) }));

test("whatever the hours and the zone: never before, always open, and never later than it must be", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: Date.UTC(2005, 0, 1), max: Date.UTC(2032, 0, 1) }),
      fc.constantFrom(...zones),
      hours,
      fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      (at, timeZone, { open, close }, weekdays) => {
        const given = { ...policy, open, close, weekdays };
        const found = nextSendingInstant(at, { timeZone, policy: given });
        expect(found).toBeGreaterThanOrEqual(at);
        expect(isOpen(localClock(found, timeZone), given)).toBe(true);
        for (let missed = at; missed < found - 3 * 3_600_000; missed += 15 * 60_000)
          expect(isOpen(localClock(missed, timeZone), given), new Date(missed).toISOString()).toBe(false);
      },
    ),
    { numRuns: 200 },
  );
});
