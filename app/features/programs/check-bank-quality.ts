import { bareWords } from "./check-repeats.ts";
import { listTexts } from "./check-text.ts";
import { contentLimits } from "./content-limits.ts";
import { type ContentProblem, type Place, problemAt } from "./content-problem.ts";
import { type KeySet, keySets, measureKeys } from "./key-sets.ts";
import type { DraftCheck, ProgramDraft } from "./program-draft.ts";
import { plainText } from "./record-content.ts";

const named = 8;

/** Neither the length nor the position of the choices may tell which one is correct. */
export const checkBankQuality: DraftCheck = (draft) =>
  keySets(draft)
    .filter(({ kind, questions, fewest }) => draft.complete[kind] && questions.length >= fewest)
    .flatMap((set) => checkKeys(set, placeOf(set, draft)));

/** The line of `program.yaml` that says how many are asked, or else where the first of them stands. */
function placeOf({ kind, questions }: KeySet, { program }: ProgramDraft): Place | undefined {
  if (kind === "items") return program?.at("assessment", "items");
  if (kind === "partnerItems") return program?.at("partnerCheck", "items");
  return questions[0]?.at("id");
}

function checkKeys(set: KeySet, place: Place | undefined): ContentProblem[] {
  if (!place) return [];
  const { longest, positions } = measureKeys(set);
  const problems: ContentProblem[] = [];
  if (longest.items.length > 0) {
    const list = longest.items.slice(0, named).join(", ");
    const often = `in ${percent(longest.share)} of the ${set.name}; chance allows ${percent(longest.limit)}`;
    const message = `The correct choice is the longest ${often}. Shorten it, or lengthen another, in some of: ${list}.`;
    problems.push(problemAt(place, message));
  }
  const { counts, chiSquare, limit } = positions;
  if (chiSquare > limit) {
    const found = `The correct choices of the ${set.name} stand at the positions ${counts.join(" : ")} times (χ² ${chiSquare.toFixed(1)}, at most ${limit.toFixed(1)})`;
    problems.push(problemAt(place, `${found}. Move some of them to the positions that are rare.`));
  }
  return problems;
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
