import { seededRandom, shuffle } from "../assessments/seeded-random.ts";
import type { Scenario } from "../programs/release-content.ts";
import { gradeScenario, type ScenarioFeedback } from "./grade-scenario.ts";

export type PresentedScenario = Pick<Scenario, "id" | "title" | "clauses" | "type" | "situation" | "question"> & {
  /** `token` is what a form sends. The author's ids stay on the server: those of an ordering tell its order. */
  choices: { token: string; text: string }[];
};

export type PresentedFeedback = Omit<ScenarioFeedback, "parts"> & {
  parts: { token: string; text: string; feedback: string; right: boolean }[];
};

/** The scenario without keys and feedback, its choices shuffled, the same way each time for the same person. */
export function presentScenario(scenario: Scenario, personId: string): PresentedScenario {
  const { id, title, clauses, type, situation, question } = scenario;
  const choices = scenario.choices.map((choice) => ({
    token: choiceToken(scenario.id, choice.id, personId),
    text: choice.text,
  }));
  const shuffled = shuffle(choices, seededRandom(`${personId} ${scenario.id}`));
  return { id, title, clauses, type, situation, question, choices: shuffled };
}

/** The feedback to an answer (choice ids), in the terms of the presented scenario. */
export function presentFeedback(scenario: Scenario, answer: readonly string[], personId: string): PresentedFeedback {
  const { correct, missed, parts } = gradeScenario(scenario, answer);
  return {
    correct,
    missed,
    parts: parts.map(({ choiceId, ...part }) => ({ token: choiceToken(scenario.id, choiceId, personId), ...part })),
  };
}

/** The choice ids behind tokens; one that is not known stays as it is, and fits no scenario. */
export function choicesOfTokens(scenario: Scenario, tokens: readonly string[], personId: string): string[] {
  const byToken = new Map(
    scenario.choices.map((choice) => [choiceToken(scenario.id, choice.id, personId), choice.id] as const),
  );
  return tokens.map((token) => byToken.get(token) ?? `unknown:${token}`);
}

/** Made from the names alone, so that it stays the same when a later release adds or moves choices. */
function choiceToken(scenarioId: string, choiceId: string, personId: string): string {
  return seededRandom(`${personId} ${scenarioId} ${choiceId}`)().toString(36).slice(2, 10);
}
