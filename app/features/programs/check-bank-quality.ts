import { findLongestKeys, type KeyedChoices, keyPositionBalance } from "./bank-quality.ts";
import { bareWords } from "./check-repeats.ts";
import type { Entry } from "./check-shape.ts";
import { listTexts } from "./check-text.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import type { ChoiceSource } from "./content-schema.ts";
import type { DraftCheck, ProgramDraft } from "./program-draft.ts";
import { plainText } from "./record-content.ts";

const named = 8;

/** Neither the length nor the position of the choices may tell which one is correct. */
export const checkBankQuality: DraftCheck = ({ program, lessons, scenarios, items, partnerItems, complete }) => {
  const { fewestToMeasure } = contentLimits.bank;
  const single = scenarios.filter(({ value }) => value.type === "single");
  const bank = program && complete.items ? checkKeys("items", items, program.at("assessment", "items")) : [];
  const partner =
    program?.value.partnerCheck && complete.partnerItems && partnerItems.length >= fewestToMeasure
      ? checkKeys("partner items", partnerItems, program.at("partnerCheck", "items"))
      : [];
  const practice =
    complete.scenarios && lessons.length > 0 && single.length >= fewestToMeasure
      ? checkKeys("practice scenarios with one answer", single, single[0]?.at("id"))
      : [];
  return [...bank, ...partner, ...practice];
};

function checkKeys(
  kind: string,
  entries: Entry<{ id: string; choices: ChoiceSource[] }>[],
  place: Place | undefined,
): ContentProblem[] {
  if (!place) return [];
  const keyed = keyedChoices(entries.map(({ value }) => value));
  const problems: ContentProblem[] = [];
  const longest = findLongestKeys(keyed);
  if (longest.items.length > 0) {
    const list = longest.items.slice(0, named).join(", ");
    const often = `in ${percent(longest.share)} of the ${kind}; chance allows ${percent(longest.limit)}`;
    const message = `The correct choice is the longest ${often}. Shorten it, or lengthen another, in some of: ${list}.`;
    problems.push(problemAt(place, message));
  }
  const { counts, chiSquare, limit } = keyPositionBalance(keyed);
  if (chiSquare > limit) {
    const found = `The correct choices of the ${kind} stand at the positions ${counts.join(" : ")} times (χ² ${chiSquare.toFixed(1)}, at most ${limit.toFixed(1)})`;
    problems.push(problemAt(place, `${found}. Move some of them to the positions that are rare.`));
  }
  return problems;
}

/** Questions with one correct choice, as their length and position are measured; others are left out. */
export function keyedChoices(questions: { id: string; choices: ChoiceSource[] }[]): KeyedChoices[] {
  return questions
    .map(({ id, choices }) => ({
      id,
      choices: choices.map(({ text, correct }) => ({ text, correct: correct === true })),
    }))
    .filter(({ choices }) => choices.filter(({ correct }) => correct).length === 1 && choices.length > 1);
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

/** A lesson that holds the correct choice of an item word for word gives the item away. */
export const checkVerbatimAnswers: DraftCheck = (draft) => {
  const read = textsBefore(draft).map(({ file, text }) => ({ file, words: ` ${bareWords(text)} ` }));
  return [...draft.items, ...draft.partnerItems].flatMap(({ value, at }) =>
    value.choices.flatMap(({ text, correct }, n) => {
      const words = bareWords(text);
      if (!correct || words.split(" ").length < contentLimits.verbatimWords) return [];
      const source = read.find((one) => one.words.includes(` ${words} `));
      if (!source) return [];
      return [
        problemAt(at("choices", n, "text"), `The answer stands word for word in ${source.file}. Reword one of them.`),
      ];
    }),
  );
};

/** All that is read on the way to the assessment. */
function textsBefore({ lessons, scenarios, stories }: ProgramDraft): { file: string; text: string }[] {
  return [
    ...lessons.map(({ at, body }) => ({ file: at().file, text: plainText(body) })),
    ...[...scenarios, ...stories].flatMap(({ at, value }) =>
      listTexts(value).map(({ text }) => ({ file: at().file, text })),
    ),
  ];
}
