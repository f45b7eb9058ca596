import fc from "fast-check";
import { expect, test } from "vitest";
import type { Scenario } from "../programs/release-content.ts";
import { choicesOfTokens, presentFeedback, presentScenario } from "./present-scenario.ts";

const ordering: Scenario = {
  id: "case",
  moduleId: "module",
  title: "A case",
  clauses: ["ROE-1.1"],
  type: "ordering",
  situation: "Something happens.",
  question: "In which order?",
  choices: ["a", "b", "c", "d"].map((id) => ({ id, text: `Text ${id}`, feedback: `Secret ${id}`, correct: true })),
};

test("a presented scenario gives nothing away, and is the same each time for the same person", () => {
  fc.assert(
    fc.property(fc.uuid(), (personId) => {
      const shown = presentScenario(ordering, personId);
      expect(JSON.stringify(shown)).not.toMatch(/Secret|correct|feedback|moduleId|"[abcd]"/);
      expect(presentScenario(ordering, personId)).toEqual(shown);
      expect(shown.choices.map((choice) => choice.text).sort()).toEqual(["Text a", "Text b", "Text c", "Text d"]);
      expect(new Set(shown.choices.map((choice) => choice.token)).size).toBe(4);
    }),
  );
});

test("two people see different orders, and their tokens are not exchangeable", () => {
  const orders = Array.from({ length: 20 }, (_, n) => presentScenario(ordering, `person ${n}`).choices);
  expect(new Set(orders.map((choices) => choices.map((choice) => choice.text).join())).size).toBeGreaterThan(5);
  const foreign = orders[0]?.map((choice) => choice.token) ?? [];
  expect(choicesOfTokens(ordering, foreign, "person 1").every((id) => id.startsWith("unknown:"))).toBe(true);
});

test("tokens lead back to the choices, and the feedback speaks in tokens", () => {
  const { choices } = presentScenario(ordering, "someone");
  const tokens = choices.map((choice) => choice.token);
  const answer = choicesOfTokens(ordering, tokens, "someone");
  expect(answer.map((id) => `Text ${id}`)).toEqual(choices.map((choice) => choice.text));
  expect(presentFeedback(ordering, answer, "someone").parts.map((part) => part.token)).toEqual(tokens);
});

test("a token stays the same when a later release adds and moves choices", () => {
  const later = { ...ordering, choices: [...ordering.choices].reverse().slice(1) };
  const token = presentScenario(ordering, "someone").choices.find((choice) => choice.text === "Text a")?.token ?? "";
  expect(choicesOfTokens(later, [token], "someone")).toEqual(["a"]);
});

test("an author's id is not accepted in place of a token", () => {
  expect(choicesOfTokens(ordering, ["a"], "someone")).toEqual(["unknown:a"]);
});
