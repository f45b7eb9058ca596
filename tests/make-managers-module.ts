import type { Lesson, Scenario } from "#app/features/programs/release-content.ts";
import type { ModuleSummary } from "#app/platform/db.server.ts";

export const managersModuleSummary: ModuleSummary = {
  id: "managers-module",
  order: 9,
  title: "What managers answer for",
  summary: "Time for the training, and no deals for those who may not claim.",
  minutes: 7,
  teaches: ["ROE-2.2"],
  scenarios: ["managers-scenario"],
};

/** A module for managers with one scenario, as parts of a release. */
export function makeManagersModule() {
  const lesson: Lesson = {
    ...managersModuleSummary,
    audience: "managers",
    body: [
      { tag: "p", children: ["A paragraph for managers."] },
      { tag: "h2", props: { id: "the-rule" }, children: ["The rule"] },
      { widget: "Clause", props: { id: "ROE-2.2" } },
      { widget: "Practice", props: { scenario: "managers-scenario" } },
    ],
  };
  const scenario: Scenario = {
    id: "managers-scenario",
    moduleId: lesson.id,
    title: "Two of eight cannot claim",
    clauses: ["ROE-2.2"],
    type: "single",
    situation: "The bid begins in two weeks.",
    question: "What do you do first?",
    choices: ["a", "b"].map((id) => ({
      ...{ id, text: `What a manager does: ${id}.`, feedback: `What the team gets from ${id}.` },
      correct: id === "a",
    })),
  };
  return [
    { kind: "module" as const, body: lesson },
    { kind: "scenario" as const, body: scenario },
  ];
}
