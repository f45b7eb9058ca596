import { expect, test } from "vitest";
import { lineOf, median, percentile } from "./statistics.ts";

test("the median of an even number of values lies between the two in the middle", () => {
  expect(median([4, 1, 3])).toBe(3);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

test("a percentile is a value that was measured", () => {
  const values = Float64Array.from({ length: 100 }, (_, n) => 100 - n);
  expect(percentile(values, 0.99)).toBe(99);
  expect(percentile(values, 1)).toBe(100);
  expect(percentile(Float64Array.of(7), 0.99)).toBe(7);
});

test("a ratio is the median of the rounds' ratios, not the ratio of the medians", () => {
  const line = lineOf("a", "s", [10, 20, 30], [10, 10, 60]);
  expect(line).toEqual({ name: "a", value: 20, unit: "s", baseline: 10, ratio: 1, spread: 1 });
});

test("a single measurement without a baseline has neither ratio nor spread", () => {
  expect(lineOf("a", "s", [12_345.6])).toMatchObject({ value: 12_350, baseline: null, ratio: null, spread: null });
});
