import { expect, test } from "vitest";
import { twoProportionZ, upperTail } from "./compare-shares.ts";

test("the z of two proportions worked out by hand", () => {
  // 60 of 100 against 45 of 100: pooled 0.525, error √(0.525 · 0.475 · 0.02) = 0.0706222.
  expect(twoProportionZ({ answers: 100, right: 60 }, { answers: 100, right: 45 })).toBeCloseTo(0.15 / 0.0706222, 4);
  expect(twoProportionZ({ answers: 10, right: 10 }, { answers: 10, right: 10 })).toBe(0);
});

test.each([
  [0, 0.5],
  [1.959963984540054, 0.025],
  [-1.6448536269514722, 0.95],
  [3.890591886413124, 0.00005],
  [5, 2.866515718791939e-7],
  [9, 0],
  [-9, 1],
])("above %s lies %s of the normal curve", (z, tail) => {
  expect(Math.abs(upperTail(z) - tail)).toBeLessThanOrEqual(1e-8 * tail);
});
