import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoredAnswer } from "#app/platform/db.server.ts";
import type { Item } from "../programs/release-content.ts";
import { gradeAttempt, passingScore } from "./grade-attempt.ts";

/** Item n belongs to clause n mod `clauses`; the first clause is must-pass; "a" is right. */
function formOf(total: number, clauses = 5) {
  const bank: Item[] = Array.from({ length: total }, (_, n) => ({
    id: `i${n}`,
    clause: `ROE-1.${(n % clauses) + 1}`,
    mustPass: n % clauses === 0,
    difficulty: "easy",
    situation: "",
    question: "",
    choices: ["a", "b"].map((id) => ({ id, text: id, feedback: "", correct: id === "a" })),
  }));
  const form = bank.map((item) => ({ itemId: item.id, clause: item.clause, choices: ["b", "a"] }));
  return { bank, form };
}

function grade(total: number, right: (n: number) => boolean | null, passMark = 0.8) {
  const { bank, form } = formOf(total);
  const answers: Record<string, StoredAnswer> = {};
  for (const [n, item] of bank.entries()) {
    const given = right(n);
    if (given !== null) answers[item.id] = { choice: given ? "a" : "b" };
  }
  return gradeAttempt({ form, answers, bank, passMark, timedOut: false });
}

test("the passing score is the share of the total, rounded up, without floating-point surprises", () => {
  const table: [number, number, number][] = [
    [0.8, 20, 16],
    [0.55, 20, 11],
    [0.7, 10, 7],
    [0.29, 100, 29],
    [0.57, 100, 57],
    [0.8, 19, 16],
    [0.8, 24, 20],
    [2 / 3, 3, 3],
    [1, 20, 20],
    [0, 20, 0],
  ];
  for (const [passMark, total, needed] of table)
    expect([passMark, total, passingScore(passMark, total)]).toEqual([passMark, total, needed]);
});

test("exactly the passing score passes, one less fails", () => {
  // The four wrong ones are of clauses that are not must-pass.
  expect(grade(20, (n) => ![1, 2, 3, 4].includes(n))).toMatchObject({ correct: 16, total: 20, passed: true });
  expect(grade(20, (n) => ![1, 2, 3, 4, 6].includes(n))).toMatchObject({ correct: 15, passed: false });
});

test("one wrong answer under a must-pass clause fails, whatever the score", () => {
  const result = grade(20, (n) => n !== 5);
  expect(result).toMatchObject({ correct: 19, passed: false });
  expect(result.clauses[0]).toEqual({ clause: "ROE-1.1", correct: 3, total: 4, mustPass: true });
});

test("an open question is wrong", () => {
  expect(grade(20, (n) => (n === 0 ? null : true))).toMatchObject({ correct: 19, passed: false });
  expect(grade(20, () => null)).toMatchObject({ correct: 0, passed: false });
});

test("an answer that the item does not offer is wrong, and a form without questions is not passed", () => {
  const { bank, form } = formOf(5);
  const answers = { i0: { choice: "toString" }, i9: { choice: "a" } };
  expect(gradeAttempt({ form, answers, bank, passMark: 0.8, timedOut: true })).toMatchObject({
    correct: 0,
    timedOut: true,
  });
  expect(gradeAttempt({ form: [], answers: {}, bank: [], passMark: 0.8, timedOut: false }).passed).toBe(false);
});

test("clauses are listed in their order by number", () => {
  const { bank, form } = formOf(11, 11);
  const { clauses } = gradeAttempt({ form: form.reverse(), answers: {}, bank, passMark: 0.8, timedOut: false });
  expect(clauses.map((tally) => tally.clause)).toEqual(Array.from({ length: 11 }, (_, n) => `ROE-1.${n + 1}`));
});

test("a form from another release is refused", () => {
  expect(() => gradeAttempt({ form: formOf(2).form, answers: {}, bank: [], passMark: 0.8, timedOut: false })).toThrow(
    "i0",
  );
});

test("one more right answer never lowers the score and never turns a pass into a fail", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(true, false, null), { minLength: 1, maxLength: 25 }),
      fc.nat(),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (given, at, passMark) => {
        const improved = given.with(at % given.length, true);
        const before = grade(given.length, (n) => given[n] ?? null, passMark);
        const after = grade(given.length, (n) => improved[n] ?? null, passMark);
        expect(after.correct).toBeGreaterThanOrEqual(before.correct);
        expect(!before.passed || after.passed).toBe(true);
      },
    ),
  );
});
