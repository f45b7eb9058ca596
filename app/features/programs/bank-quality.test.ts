import { expect, test } from "vitest";
import { findLongestKeys, type KeyedChoices, keyPositionBalance } from "./bank-quality.ts";

/** An item of so many choices, the correct one at `position` and longer than the others by `lead` characters. */
function item(position: number, lead = 0, choices = 4, id = `at-${position}`): KeyedChoices {
  return {
    id,
    choices: Array.from({ length: choices }, (_, n) => ({
      text: "x".repeat(20 + (n === position ? lead : 0)),
      correct: n === position,
    })),
  };
}
const bank = (longest: number, others: number) => [
  ...Array.from({ length: longest }, (_, n) => item(n % 4, n + 1, 4, `long-${n}`)),
  ...Array.from({ length: others }, (_, n) => item(n % 4, 0, 4, `even-${n}`)),
];

// 64 items of 4 choices: 25 % by chance, a standard error of √(0.25 · 0.75 / 64) = 5.4 %, so at most 35.8 %: 22 items.
test.each([
  [0, false],
  [16, false],
  [22, false],
  [23, true],
  [64, true],
])("of 64 items %i with the longest choice correct: too many is %s", (longest, tooMany) => {
  const found = findLongestKeys(bank(longest, 64 - longest));
  expect(found.items.length > 0).toBe(tooMany);
  expect(found.limit).toBeCloseTo(0.3583, 4);
});

test("the most striking item comes first", () => {
  expect(findLongestKeys(bank(10, 0)).items.slice(0, 2)).toEqual(["long-9", "long-8"]);
});

test("a tie is not the longest, and an empty bank has nothing wrong", () => {
  expect(findLongestKeys([item(0, 0), item(1, -3)]).share).toBe(0);
  expect(findLongestKeys([]).items).toEqual([]);
});

test("keys spread evenly have no χ²", () => {
  expect(keyPositionBalance([0, 1, 2, 3].map((position) => item(position)))).toEqual({
    counts: [1, 1, 1, 1],
    chiSquare: 0,
    limit: 11.345,
  });
});

// Expected 10 at each of 4 positions: χ² is the sum of squares over 10.
test.each([
  [[10, 10, 10, 10], 0, false],
  [[16, 8, 8, 8], 4.8, false],
  [[19, 7, 7, 7], 10.8, false],
  [[20, 8, 6, 6], 13.6, true],
])("keys at positions %j have χ² %f; unbalanced is %s", (counts, chiSquare, unbalanced) => {
  const found = keyPositionBalance(
    counts.flatMap((count, position) => Array.from({ length: count }, () => item(position))),
  );
  expect(found.counts).toEqual(counts);
  expect(found.chiSquare).toBeCloseTo(chiSquare, 10);
  expect(found.chiSquare > found.limit).toBe(unbalanced);
});

test("an item of three choices expects nothing at the fourth position", () => {
  const items = [0, 1, 2].flatMap((position) => [item(position, 0, 3), item(position, 0, 4)]);
  const { counts, chiSquare } = keyPositionBalance([...items, item(3)]);
  // Expected are 3/3 + 4/4 at the first three positions and 4/4 at the last.
  expect(counts).toEqual([2, 2, 2, 1]);
  expect(chiSquare).toBeCloseTo(0, 10);
});
