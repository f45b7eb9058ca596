import { expect, test } from "vitest";
import { sheetsOfMarks } from "#tests/make-answer-sheets.ts";
import { choiceShares } from "./choice-shares.ts";
import { itemFigures } from "./item-figures.ts";
import { tallyAnswers } from "./tally-answers.ts";

const everybody = { language: null, region: null };

// Four people, three items, totals 3, 2, 1, 1.
const rows = ["111", "110", "100", "001"];

test("figures of a set worked out by hand", () => {
  const [first, second, third] = tallyAnswers(sheetsOfMarks(rows), everybody).items.map(({ table }) =>
    itemFigures(table),
  );
  // Item 1: marks 1 1 1 0 with rests 2 1 0 1, mean 0.75 and 1. Σ x·r = 3 = 4 · 0.75 · 1, so nothing is shared.
  expect(first?.facility).toBe(0.75);
  expect(first?.standardDeviation).toBeCloseTo(0.5, 12);
  expect(first?.discrimination).toBeCloseTo(0, 12);
  expect(first?.efficiency).toBeCloseTo(0, 12);
  // Item 2: marks 1 1 0 0 with rests 2 1 1 1. Covariance (3 - 4 · 0.5 · 1.25) / 3 = 1/6, variances 1/3 and 1/4;
  // the two who are right have the highest rests there are, so the covariance is the highest possible.
  expect(second?.discrimination).toBeCloseTo(1 / 6 / Math.sqrt(1 / 12), 12);
  expect(second?.efficiency).toBeCloseTo(1, 12);
  // Item 3: marks 1 0 0 1 with rests 2 2 1 0. Covariance (2 - 2.5) / 3 = -1/6, variances 1/3 and 2.75/3;
  // sorted, the two right would have rests 2 and 2: (4 - 2.5) / 3 = 1/2.
  expect(third?.discrimination).toBeCloseTo(-1 / 6 / Math.sqrt(2.75 / 9), 12);
  expect(third?.efficiency).toBeCloseTo(-1 / 3, 12);
  // Covariance with the total: with the rest, plus the item's own variance.
  expect(third?.covarianceWithTotal).toBeCloseTo(-1 / 6 + 1 / 3, 12);
});

test("where nobody differs there is nothing to correlate", () => {
  const [same, varies] = tallyAnswers(sheetsOfMarks(["11", "10", "11"]), everybody).items.map(({ table }) =>
    itemFigures(table),
  );
  expect(same).toMatchObject({ facility: 1, discrimination: null, efficiency: null });
  expect(varies).toMatchObject({ discrimination: null, efficiency: null });
  expect(itemFigures({ width: 3, counts: new Uint32Array([0, 1, 0]), right: [false, true, false] })).toBeNull();
});

test("thirds are of one size whatever the scores, and count people at their border in part", () => {
  // Nine people; rests 0 to 2, columns: left open, a (right), b. Six of them have rest 1.
  const table = { width: 3, counts: new Uint32Array([1, 0, 0, 0, 4, 2, 0, 2, 0]), right: [false, true, false] };
  const [open, a, b] = choiceShares(table);
  // Top three: the two with rest 2, and one of the six with rest 1, four in six of whom took a.
  expect(a?.top).toBeCloseTo((2 + 4 / 6) / 3, 12);
  expect(b?.top).toBeCloseTo(2 / 6 / 3, 12);
  // Bottom three: the one with rest 0, and two of the six.
  expect(open?.bottom).toBeCloseTo(1 / 3, 12);
  expect(b?.bottom).toBeCloseTo((2 * 2) / 6 / 3, 12);
  expect(a?.overall).toBeCloseTo(6 / 9, 12);
});
