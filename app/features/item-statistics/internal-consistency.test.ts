import fc from "fast-check";
import { expect, test } from "vitest";
import { answerSheets, measuredItem, sheetsOfMarks } from "#tests/make-answer-sheets.ts";
import { seededRandom } from "../assessments/seeded-random.ts";
import { internalConsistency } from "./internal-consistency.ts";
import { tallyAnswers } from "./tally-answers.ts";

const everybody = { language: null, region: null };
const consistencyOf = (sheets: Parameters<typeof tallyAnswers>[0]) =>
  internalConsistency(tallyAnswers(sheets, everybody).sums);

test("a set worked out by hand", () => {
  // Totals 3 2 1 1: variance 2.75/3. Variances of the items 1/4 + 1/3 + 1/3 = 2.75/3, so alpha = 3/2 · (1 - 1) = 0.
  const found = consistencyOf(sheetsOfMarks(["111", "110", "100", "001"]));
  expect(found?.coefficient).toBeCloseTo(0, 12);
  expect(found?.mean).toBeCloseTo(7 / 12, 12);
  // √(2.75/3) of 3 questions, and with alpha 0 all of it is error.
  expect(found?.standardDeviation).toBeCloseTo(Math.sqrt(2.75 / 3) / 3, 12);
  expect(found?.standardError).toBeCloseTo(Math.sqrt(2.75 / 3) / 3, 12);
  // KR-21: 3/2 · (1 - 1.75 · 1.25 / (3 · 0.6875)).
  expect(found?.acrossForms).toBeCloseTo(1.5 * (1 - 2.1875 / 2.0625), 12);
});

test("with one form for all it is Cronbach's alpha", () => {
  const marks = fc.array(fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()), { minLength: 3 });
  fc.assert(
    fc.property(marks, (people) => {
      const rows = people.map((person) => person.map((mark) => (mark ? "1" : "0")).join(""));
      const variance = (values: number[]) => {
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
      };
      const total = variance(people.map((person) => person.filter(Boolean).length));
      const own = [0, 1, 2, 3].reduce((sum, n) => sum + variance(people.map((person) => (person[n] ? 1 : 0))), 0);
      const found = consistencyOf(sheetsOfMarks(rows));
      if (total === 0) expect(found?.coefficient).toBeNull();
      else expect(found?.coefficient).toBeCloseTo((4 / 3) * (1 - own / total), 9);
    }),
  );
});

test("with forms drawn at random it finds what the items have in common, whatever their difficulty", () => {
  const random = seededRandom("forms drawn at random");
  const items = Array.from({ length: 30 }, (_, n) => measuredItem(`item-${n}`));
  // A person's chance is ability + ease of the item: covariance of two items = variance of the ability, 0.4² / 12.
  const sheets = Array.from({ length: 3000 }, () => {
    const ability = 0.3 + 0.4 * random();
    const form = [...items.keys()].sort(() => random() - 0.5).slice(0, 10);
    return {
      answers: Object.fromEntries(
        form.map((n) => [`item-${n}`, random() < ability + (n % 2 === 0 ? 0.25 : -0.25) ? "a" : "b"]),
      ),
    };
  });
  const found = consistencyOf(answerSheets(items, sheets));
  const c = 0.4 ** 2 / 12;
  const v = (0.75 * 0.25 + 0.25 * 0.75) / 2;
  expect(found?.coefficient).toBeCloseTo((10 * c) / (v + 9 * c), 1);
  // To the luck of the draw the easy and the hard items are one more source of error.
  expect(found?.acrossForms).toBeLessThan(found?.coefficient ?? 0);
});

test.each([
  { name: "above 75 %", own: 1000, together: 4000, verdict: "good" },
  { name: "between", own: 1000, together: 2900, verdict: "fair" },
  { name: "below 64 %", own: 1000, together: 1500, verdict: "poor" },
])("the verdict is $verdict $name", ({ own, together, verdict }) => {
  const sums = { attempts: 400, questions: 8000, pairs: 400 * 380, score: 280, score2: 204, own, together };
  expect(internalConsistency(sums)?.verdict).toBe(verdict);
});

test("scores that lie close together are no fault of the assessment", () => {
  const sums = { attempts: 400, questions: 8000, pairs: 400 * 380, score: 380, score2: 361.4, own: 380, together: 500 };
  expect(internalConsistency(sums)?.verdict).toBe("too-alike");
});
