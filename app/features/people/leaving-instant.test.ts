import { expect, test } from "vitest";
import { leavingInstant } from "./leaving-instant.ts";
import { endOfDay, startOfDay } from "./start-of-day.ts";

const now = Date.parse("2026-06-15T12:00:00Z");

test.each([
  ["Active", "", "UTC", null],
  ["On Leave", "", "UTC", null],
  ["Active", "2026-12-31", "America/New_York", Date.parse("2027-01-01T05:00:00Z")],
  ["Active", "2026-06-01", "UTC", Date.parse("2026-06-02T00:00:00Z")],
  ["Terminated", "2010-04-12", "Pacific/Auckland", Date.parse("2010-04-12T12:00:00Z")],
  ["Terminated", "2010-04-12", "America/Los_Angeles", Date.parse("2010-04-13T07:00:00Z")],
  ["Terminated", "", "UTC", "at-import"],
  ["Terminated", "2026-06-15", "UTC", "at-import"],
  ["Terminated", "2026-06-15", "Pacific/Kiritimati", Date.parse("2026-06-15T10:00:00Z")],
  ["Terminated", "9999-12-31", "UTC", "at-import"],
])("%s, termination %j in %s: %j", (employment_status, termination_date, time_zone, expected) => {
  expect(leavingInstant({ employment_status, termination_date, time_zone }, now)).toBe(expected);
});

test("a day starts where the clocks let it start", () => {
  // Midnight did not exist in São Paulo on the first day of this summer time.
  expect(startOfDay("2018-11-04", "America/Sao_Paulo")).toBe(Date.parse("2018-11-04T03:00:00Z"));
  expect(endOfDay("2018-11-03", "America/Sao_Paulo")).toBe(Date.parse("2018-11-04T03:00:00Z"));
  expect(endOfDay("2024-02-28", "UTC")).toBe(Date.parse("2024-02-29T00:00:00Z"));
});
