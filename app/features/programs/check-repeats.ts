import type { Entry } from "./check-shape.ts";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import type { DraftCheck } from "./program-draft.ts";
import { checkpointsOf } from "./replay-source.ts";

type Question = { id: string; situation: string; choices: { text: string }[] };

/** No situation is told twice, and no two choices of one question say the same. */
export const checkRepeats: DraftCheck = ({ scenarios, items, partnerItems, stories, replays }) => [
  ...findRepeatedSituations([...scenarios, ...items, ...partnerItems, ...replays.flatMap(checkpointsOf)]),
  ...[...scenarios, ...items, ...partnerItems, ...replays.flatMap(checkpointsOf)].flatMap(({ value, at }) =>
    findRepeatedChoices(value.choices, (n) => at("choices", n, "text")),
  ),
  ...stories.flatMap(({ value, at }) =>
    value.scenes.flatMap(({ choices }, s) =>
      findRepeatedChoices(choices, (n) => at("scenes", s, "choices", n, "text")),
    ),
  ),
];

function findRepeatedSituations(questions: Entry<Question>[]): ContentProblem[] {
  const first = new Map<string, string>();
  return questions.flatMap(({ value, at }) => {
    const words = bareWords(value.situation);
    const before = first.get(words);
    if (before === undefined) first.set(words, value.id);
    return before === undefined
      ? []
      : [problemAt(at("situation"), `${before} tells the same situation. Tell another one.`)];
  });
}

function findRepeatedChoices(choices: { text: string }[], place: (n: number) => Place): ContentProblem[] {
  const texts = choices.map(({ text }) => bareWords(text));
  return texts.flatMap((text, n) =>
    texts.indexOf(text) < n ? [problemAt(place(n), "Another choice says the same. Make them differ.")] : [],
  );
}

/** The words of a text in lower case between single spaces, without what stands between them. */
export function bareWords(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
