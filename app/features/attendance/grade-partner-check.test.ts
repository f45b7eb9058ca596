import { expect, test } from "vitest";
import type { Item } from "../programs/release-content.ts";
import { gradePartnerCheck } from "./grade-partner-check.ts";

const choices = ["a", "b"].map((id) => ({ id, text: id, feedback: "", correct: id === "a" }));
const bank = Array.from({ length: 8 }, (_, n): Item => {
  const told = { situation: "", question: "", difficulty: "easy" as const, choices };
  return { ...told, id: `i${n}`, clause: `ROE-1.${n}`, mustPass: true };
});
const form = bank.map(({ id, clause }) => ({ itemId: id, clause, choices: ["a", "b"] }));

test.each([
  [8, true],
  [6, true],
  [5, false],
  [0, false],
])("%i of 8 right, every clause a must for reps: passed is %s", (right, passed) => {
  const answers = Object.fromEntries(form.slice(0, right).map(({ itemId }) => [itemId, { choice: "a" }]));
  const result = gradePartnerCheck({ form, answers, bank, passMark: 0.75, timedOut: false });
  expect(result).toMatchObject({ correct: right, total: 8, passed });
});
