import { expect, test } from "vitest";
import type { Scenario } from "../programs/release-content.ts";
import { fitsScenario, gradeScenario } from "./grade-scenario.ts";

function scenario(type: Scenario["type"], right: string): Scenario {
  return {
    id: "case",
    moduleId: "module",
    title: "A case",
    clauses: ["ROE-1.1"],
    type,
    situation: "",
    question: "",
    choices: ["a", "b", "c"].map((id) => ({
      id,
      text: `Text ${id}`,
      feedback: `Why ${id}`,
      correct: right.includes(id),
    })),
  };
}

const single = scenario("single", "b");
const multiple = scenario("multiple", "ac");
const ordering = scenario("ordering", "abc");

test("an answer has the form that its type asks for", () => {
  const table: [Scenario, string[], boolean][] = [
    [single, ["a"], true],
    [single, [], false],
    [single, ["a", "b"], false],
    [single, ["z"], false],
    [multiple, ["a"], true],
    [multiple, ["c", "a", "b"], true],
    [multiple, [], false],
    [multiple, ["a", "a"], false],
    [multiple, ["a", "z"], false],
    [ordering, ["c", "a", "b"], true],
    [ordering, ["a", "b"], false],
    [ordering, ["a", "b", "b"], false],
    [ordering, ["a", "b", "z"], false],
    [ordering, ["a", "b", "c", "a"], false],
  ];
  for (const [given, answer, fits] of table)
    expect([given.type, answer, fitsScenario(given, answer)]).toEqual([given.type, answer, fits]);
});

test("a single choice is right or wrong, with the feedback of the chosen one alone", () => {
  expect(gradeScenario(single, ["b"])).toEqual({
    correct: true,
    missed: 0,
    parts: [{ choiceId: "b", text: "Text b", feedback: "Why b", right: true }],
  });
  expect(gradeScenario(single, ["a"])).toEqual({
    correct: false,
    missed: 1,
    parts: [{ choiceId: "a", text: "Text a", feedback: "Why a", right: false }],
  });
});

test("a multiple choice is right with all right ones and no other; missed ones are counted, not named", () => {
  expect(gradeScenario(multiple, ["c", "a"])).toMatchObject({ correct: true, missed: 0 });
  expect(gradeScenario(multiple, ["a"])).toMatchObject({
    correct: false,
    missed: 1,
    parts: [{ choiceId: "a", right: true }],
  });
  expect(gradeScenario(multiple, ["a", "b", "c"])).toMatchObject({ correct: false, missed: 0 });
});

test("an order is judged by position", () => {
  expect(gradeScenario(ordering, ["a", "b", "c"])).toMatchObject({ correct: true, missed: 0 });
  const wrong = gradeScenario(ordering, ["a", "c", "b"]);
  expect(wrong).toMatchObject({ correct: false, missed: 0 });
  expect(wrong.parts.map((part) => [part.choiceId, part.right])).toEqual([
    ["a", true],
    ["c", false],
    ["b", false],
  ]);
});
