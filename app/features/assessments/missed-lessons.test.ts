import { expect, test } from "vitest";
import { missedLessons } from "./missed-lessons.ts";

const module = (id: string, order: number, teaches: string[]) => ({
  id,
  order,
  title: id,
  summary: "",
  minutes: 5,
  teaches,
  scenarios: [],
});
const modules = [
  module("late", 2, ["ROE-2.1", "ROE-1.1"]),
  module("early", 1, ["ROE-1.1"]),
  module("other", 3, ["ROE-3.1"]),
];
const result = (clauses: [string, number, number][]) => ({
  correct: 0,
  total: 0,
  passed: false,
  timedOut: false,
  clauses: clauses.map(([clause, correct, total]) => ({ clause, correct, total, mustPass: false })),
});

test("the lessons to read again are those that teach a clause with a wrong answer, once each and in order", () => {
  expect(
    missedLessons(
      modules,
      result([
        ["ROE-1.1", 1, 2],
        ["ROE-2.1", 0, 1],
        ["ROE-3.1", 2, 2],
      ]),
    ).map((one) => one.id),
  ).toEqual(["early", "late"]);
});

test("a clause that no lesson teaches any more asks for nothing", () => {
  expect(missedLessons(modules, result([["ROE-9.9", 0, 2]]))).toEqual([]);
});
