import { expect, test } from "vitest";
import { parseInstant } from "./parse-instant.ts";

test.each<[string, string | null]>([
  ["2011-11-01", "2011-11-01T00:00:00.000Z"],
  [" 2012-02-29 ", "2012-02-29T00:00:00.000Z"],
  ["2011-02-29", null],
  ["2011-11-01T09:00:00Z", "2011-11-01T09:00:00.000Z"],
  ["2011-11-01T09:00:00.250+02:00", "2011-11-01T07:00:00.250Z"],
  ["2011-11-01T09:00:00", null],
  ["2011-11-01T25:00:00Z", null],
  ["1 November 2011", null],
  ["1320105600000", null],
  ["", null],
])("%s", (text, expected) => {
  const at = parseInstant(text);
  expect(at === null ? null : new Date(at).toISOString()).toBe(expected);
});
