import { findLongestKeys, type KeyedChoices, keyPositionBalance } from "./bank-quality.ts";
import type { Entry } from "./check-shape.ts";
import { contentLimits } from "./content-limits.ts";
import type { ChoiceSource } from "./content-schema.ts";
import type { FileKind, ProgramDraft } from "./program-draft.ts";

type Question = Entry<{ id: string; choices: ChoiceSource[] }>;

/** Questions whose keys are measured together. Below `fewest` of them, what they show is chance. */
export type KeySet = { kind: FileKind; name: string; questions: Question[]; fewest: number };

export function keySets({ scenarios, items, partnerItems }: ProgramDraft): KeySet[] {
  const { fewestToMeasure } = contentLimits.bank;
  const practice = scenarios.filter(({ value }) => value.type === "single");
  return [
    { kind: "items", name: "items", questions: items, fewest: 1 },
    { kind: "partnerItems", name: "partner items", questions: partnerItems, fewest: fewestToMeasure },
    { kind: "scenarios", name: "practice scenarios with one answer", questions: practice, fewest: fewestToMeasure },
  ];
}

/** Length and position of the correct choices; questions that do not have exactly one are left out. */
export function measureKeys({ questions }: KeySet) {
  const keyed = questions.map(({ value }) => keyedChoices(value)).filter(hasOneKey);
  return { longest: findLongestKeys(keyed), positions: keyPositionBalance(keyed) };
}

function keyedChoices({ id, choices }: Question["value"]): KeyedChoices {
  return { id, choices: choices.map(({ text, correct }) => ({ text, correct: correct === true })) };
}

function hasOneKey({ choices }: KeyedChoices): boolean {
  return choices.length > 1 && choices.filter(({ correct }) => correct).length === 1;
}
