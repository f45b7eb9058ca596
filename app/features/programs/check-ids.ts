import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import type { DraftCheck } from "./program-draft.ts";

/** Evidence names modules, scenarios, items, checks and the story by id alone, so no two of them share one. */
export const checkIds: DraftCheck = ({ program, editions, ...draft }) => [
  ...findRepeated([
    ...(program ? [{ id: program.value.assessment.id, at: program.at("assessment", "id") }] : []),
    ...(program?.value.partnerCheck
      ? [{ id: program.value.partnerCheck.id, at: program.at("partnerCheck", "id") }]
      : []),
    ...[...draft.lessons, ...draft.scenarios, ...draft.items, ...draft.partnerItems, ...draft.stories].map(
      ({ value, at }) => ({ id: value.id, at: at("id") }),
    ),
    ...draft.replays.flatMap(({ value, at }) => [
      { id: value.id, at: at("id") },
      ...value.checkpoints.map(({ id }, n) => ({ id, at: at("checkpoints", n, "id") })),
    ]),
  ]),
  ...findRepeated(editions.map(({ value, at }) => ({ id: value.id, at: at("id") }))),
  ...[...draft.scenarios, ...draft.items, ...draft.partnerItems].flatMap(({ value, at }) =>
    findRepeated(value.choices.map(({ id }, n) => ({ id, at: at("choices", n, "id") }))),
  ),
  ...draft.replays.flatMap(({ value, at }) => [
    ...findRepeated(value.chapters.map(({ id }, n) => ({ id, at: at("chapters", n, "id") }))),
    ...findRepeated(value.captions.map(({ language }, n) => ({ id: language, at: at("captions", n, "language") }))),
    ...value.checkpoints.flatMap(({ choices }, c) =>
      findRepeated(choices.map(({ id }, n) => ({ id, at: at("checkpoints", c, "choices", n, "id") }))),
    ),
  ]),
  ...draft.stories.flatMap(({ value, at }) => [
    ...findRepeated([
      ...value.scenes.map(({ id }, n) => ({ id, at: at("scenes", n, "id") })),
      ...value.endings.map(({ id }, n) => ({ id, at: at("endings", n, "id") })),
    ]),
    ...value.scenes.flatMap(({ choices }, s) =>
      findRepeated(choices.map(({ id }, n) => ({ id, at: at("scenes", s, "choices", n, "id") }))),
    ),
  ]),
];

function findRepeated(named: { id: string; at: Place }[]): ContentProblem[] {
  const first = new Map<string, Place>();
  const problems: ContentProblem[] = [];
  for (const { id, at } of named) {
    const before = first.get(id);
    if (before) {
      const where = `${before.file}:${before.line}`;
      problems.push(problemAt(at, `The id "${id}" is already used at ${where}. Give one of the two another id.`));
    } else first.set(id, at);
  }
  return problems;
}
