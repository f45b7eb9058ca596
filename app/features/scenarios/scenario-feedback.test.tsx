import { renderToStaticMarkup } from "react-dom/server";
import { I18nextProvider } from "react-i18next";
import { expect, test } from "vitest";
import { interfaceIn } from "#app/platform/i18n.ts";
import type { Scenario } from "../programs/release-content.ts";
import { presentFeedback, presentScenario } from "./present-scenario.ts";
import { ScenarioFeedback } from "./scenario-feedback.tsx";

function shown(type: Scenario["type"], right: string, answer: string[]) {
  const scenario: Scenario = {
    id: "case",
    moduleId: "module",
    title: "A case",
    clauses: ["ROE-1.1"],
    type,
    situation: "Something happens.",
    question: "What do you do?",
    choices: ["a", "b", "c", "d"].map((id) => ({
      id,
      text: `Choice ${id}`,
      feedback: `What follows from ${id}.`,
      correct: right.includes(id),
    })),
  };
  return renderToStaticMarkup(
    <I18nextProvider i18n={interfaceIn("en")}>
      <ScenarioFeedback
        scenario={presentScenario(scenario, "someone")}
        feedback={presentFeedback(scenario, answer, "someone")}
        rules={{ editionId: "2011-07", clauses: {} }}
      />
    </I18nextProvider>,
  ).replaceAll(/<[^>]*>/g, " ");
}

test("one right choice of several says that it holds, and how many more were right", () => {
  const text = shown("multiple", "abc", ["a"]);
  expect(text).toContain("That does not hold.");
  expect(text).toContain("Holds: Choice a");
  expect(text).toContain("2 more were right.");
});

test("one wrong choice of several is named as what does not hold", () => {
  expect(shown("multiple", "ab", ["d"])).toMatch(/Does not hold: Choice d.*2 more were right\./s);
});

test("a single choice is answered by its feedback alone", () => {
  const text = shown("single", "a", ["b"]);
  expect(text).toContain("What follows from b.");
  expect(text).not.toMatch(/Choice b|more/);
});
