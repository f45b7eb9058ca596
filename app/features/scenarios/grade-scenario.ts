import type { Choice, Scenario } from "../programs/release-content.ts";

export type ScenarioFeedback = {
  correct: boolean;
  /** Right choices that were not chosen; never which. */
  missed: number;
  /** What was answered: each chosen choice, or each position of an order. */
  parts: { choiceId: string; text: string; feedback: string; right: boolean }[];
};

/** Whether an answer (choice ids) has the form that the scenario asks for: one, some, or all in an order. */
export function fitsScenario(scenario: Scenario, answer: readonly string[]): boolean {
  const known = new Set(scenario.choices.map((choice) => choice.id));
  const distinct = new Set(answer).size === answer.length && answer.every((id) => known.has(id));
  if (!distinct) return false;
  if (scenario.type === "single") return answer.length === 1;
  return scenario.type === "multiple" ? answer.length > 0 : answer.length === known.size;
}

/** Grades an answer that fits. An order is right where each choice stands in its place. */
export function gradeScenario(scenario: Scenario, answer: readonly string[]): ScenarioFeedback {
  const byId = new Map(scenario.choices.map((choice) => [choice.id, choice]));
  const chosen = answer.flatMap((id) => byId.get(id) ?? []);
  const isRight = (choice: Choice, place: number) =>
    scenario.type === "ordering" ? scenario.choices[place]?.id === choice.id : choice.correct;
  const parts = chosen.map((choice, place) => ({
    choiceId: choice.id,
    text: choice.text,
    feedback: choice.feedback,
    right: isRight(choice, place),
  }));
  const wanted = scenario.type === "single" ? 1 : scenario.choices.filter((choice) => choice.correct).length;
  const missed = scenario.type === "ordering" ? 0 : wanted - parts.filter((part) => part.right).length;
  return { correct: parts.length > 0 && parts.every((part) => part.right) && missed === 0, missed, parts };
}
