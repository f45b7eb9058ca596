import { expect, test } from "vitest";
import { overridePeriodProblem } from "./override-period.ts";

const thirtyDays = 30 * 86_400_000;

test.each([
  [0, "ENDS_IN_THE_PAST"],
  [1, null],
  [thirtyDays, null],
  [thirtyDays + 1, "TOO_LONG"],
])("%i milliseconds: %s", (length, expected) => {
  expect(overridePeriodProblem({ now: 500, until: 500 + length })).toBe(expected);
});
