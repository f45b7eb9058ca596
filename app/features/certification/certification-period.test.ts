import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { certificationPeriod, type Period, renewalOpensAt } from "./certification-period.ts";

const at = (text: string) => Temporal.ZonedDateTime.from(text).epochMilliseconds;
const local = (instant: number, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(timeZone).toString({ timeZoneName: "never" });

test("valid to the same local date and time twelve months later", () => {
  const table: [string, string, string][] = [
    ["2011-07-01T09:30[America/New_York]", "America/New_York", "2012-07-01T09:30:00-04:00"],
    ["2011-12-31T23:59[Europe/Berlin]", "Europe/Berlin", "2012-12-31T23:59:00+01:00"],
    ["2012-02-28T12:00[UTC]", "UTC", "2013-02-28T12:00:00+00:00"],
    ["2012-02-29T12:00[UTC]", "UTC", "2013-02-28T12:00:00+00:00"],
    ["2011-02-28T12:00[UTC]", "UTC", "2012-02-28T12:00:00+00:00"],
    // Half and three-quarter hours from UTC; the local date is not the UTC date.
    ["2011-03-01T00:15[Asia/Kolkata]", "Asia/Kolkata", "2012-03-01T00:15:00+05:30"],
    ["2012-02-29T00:15[Asia/Kolkata]", "Asia/Kolkata", "2013-02-28T00:15:00+05:30"],
    ["2011-01-15T08:00[Pacific/Chatham]", "Pacific/Chatham", "2012-01-15T08:00:00+13:45"],
    // In 2012 the clocks change on another day: the wall-clock time holds, not the count of hours.
    ["2011-03-12T10:00[America/New_York]", "America/New_York", "2012-03-12T10:00:00-04:00"],
    // 02:30 does not exist on 11 March 2012: moved behind the gap.
    ["2011-03-11T02:30[America/New_York]", "America/New_York", "2012-03-11T03:30:00-04:00"],
    // 01:30 comes twice on 4 November 2012: the first one.
    ["2011-11-04T01:30[America/New_York]", "America/New_York", "2012-11-04T01:30:00-04:00"],
    // Samoa left out 30 December 2011.
    ["2010-12-30T10:00[Pacific/Apia]", "Pacific/Apia", "2011-12-31T10:00:00+14:00"],
  ];
  for (const [from, timeZone, until] of table) {
    const period = certificationPeriod({ now: at(from), timeZone, validMonths: 12, earlier: [] });
    expect([from, period.validFrom, local(period.validUntil, timeZone)]).toEqual([from, at(from), until]);
  }
});

test("one instant is two local dates: the person's own zone decides", () => {
  const now = at("2012-02-29T20:00[UTC]");
  const until = (timeZone: string) =>
    local(certificationPeriod({ now, timeZone, validMonths: 12, earlier: [] }).validUntil, "UTC");
  expect(until("UTC")).toBe("2013-02-28T20:00:00+00:00");
  // 1 March there already, so nothing is clamped.
  expect(until("Asia/Kolkata")).toBe("2013-02-28T20:00:00+00:00");
  expect(until("America/New_York")).toBe("2013-02-28T20:00:00+00:00");
  expect(
    local(
      certificationPeriod({ now, timeZone: "Asia/Kolkata", validMonths: 12, earlier: [] }).validUntil,
      "Asia/Kolkata",
    ),
  ).toBe("2013-03-01T01:30:00+05:30");
});

/** Renews again and again at the given instants, each time with what came before. */
function chain(instants: string[], { timeZone = "UTC", validMonths = 12 } = {}) {
  const earlier: Period[] = [];
  for (const instant of instants)
    earlier.push(certificationPeriod({ now: at(instant), timeZone, validMonths, earlier }));
  return earlier.map((period) => local(period.validUntil, timeZone));
}

test("a renewal before expiry keeps the anniversary, and starts at once", () => {
  expect(chain(["2011-07-10T09:00[UTC]", "2012-06-01T15:00[UTC]", "2013-07-10T08:59:59.999[UTC]"])).toEqual([
    "2012-07-10T09:00:00+00:00",
    "2013-07-10T09:00:00+00:00",
    "2014-07-10T09:00:00+00:00",
  ]);
  const first = certificationPeriod({ now: 0, timeZone: "UTC", validMonths: 12, earlier: [] });
  const now = renewalOpensAt(first.validUntil, 60);
  expect(certificationPeriod({ now, timeZone: "UTC", validMonths: 12, earlier: [first] }).validFrom).toBe(now);
});

test("after expiry, from the very instant on, the count starts again", () => {
  expect(
    chain(["2011-07-10T09:00[UTC]", "2012-07-10T09:00[UTC]", "2013-09-30T09:00[UTC]", "2014-09-01T09:00[UTC]"]),
  ).toEqual([
    "2012-07-10T09:00:00+00:00",
    "2013-07-10T09:00:00+00:00",
    "2014-09-30T09:00:00+00:00",
    "2015-09-30T09:00:00+00:00",
  ]);
});

test("one short month does not move the anniversaries after it", () => {
  expect(
    chain(["2012-01-31T09:00[UTC]", "2012-02-20T09:00[UTC]", "2012-03-20T09:00[UTC]", "2012-04-20T09:00[UTC]"], {
      validMonths: 1,
    }),
  ).toEqual([
    "2012-02-29T09:00:00+00:00",
    "2012-03-31T09:00:00+00:00",
    "2012-04-30T09:00:00+00:00",
    "2012-05-31T09:00:00+00:00",
  ]);
  expect(
    chain(["2012-02-29T09:00[UTC]", "2013-02-01T09:00[UTC]", "2014-02-01T09:00[UTC]", "2015-02-01T09:00[UTC]"]),
  ).toEqual([
    "2013-02-28T09:00:00+00:00",
    "2014-02-28T09:00:00+00:00",
    "2015-02-28T09:00:00+00:00",
    "2016-02-29T09:00:00+00:00",
  ]);
});

test("a clock change in one year does not move the time of day in the next", () => {
  expect(
    chain(["2011-03-11T02:30[America/New_York]", "2012-03-01T09:00[America/New_York]"], {
      timeZone: "America/New_York",
    }),
  ).toEqual(["2012-03-11T03:30:00-04:00", "2013-03-11T02:30:00-04:00"]);
});

const zones = [
  "UTC",
  "America/New_York",
  "Asia/Kolkata",
  "Pacific/Chatham",
  "Pacific/Apia",
  "Europe/London",
  "Pacific/Kiritimati",
];

test("a renewal never shortens validity, in whichever zone the person has moved to", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: at("2005-01-01T00:00[UTC]"), max: at("2030-01-01T00:00[UTC]") }),
      fc.integer({ min: 1, max: 36 }),
      fc.array(fc.record({ zone: fc.constantFrom(...zones), share: fc.double({ min: 0, max: 1.2, noNaN: true }) }), {
        minLength: 1,
        maxLength: 8,
      }),
      (start, validMonths, renewals) => {
        const earlier: Period[] = [certificationPeriod({ now: start, timeZone: "UTC", validMonths, earlier: [] })];
        for (const { zone, share } of renewals) {
          const last = earlier.at(-1) as Period;
          const now = Math.floor(last.validFrom + share * (last.validUntil - last.validFrom)) + 1;
          const next = certificationPeriod({ now, timeZone: zone, validMonths, earlier });
          expect(next.validFrom).toBe(now);
          expect(next.validUntil).toBeGreaterThan(last.validUntil);
          expect(next.validUntil).toBeGreaterThan(now);
          earlier.push(next);
        }
      },
    ),
  );
});
