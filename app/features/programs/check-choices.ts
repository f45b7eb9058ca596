import type { Entry } from "./check-shape.ts";
import { problemOfLength, problemOfSweeping } from "./check-words.ts";
import { contentLimits, type Range } from "./content-limits.ts";
import { type ContentProblem, problemAt } from "./content-problem.ts";
import type { ChoiceSource } from "./content-schema.ts";
import type { DraftCheck } from "./program-draft.ts";
import { checkpointsOf } from "./replay-source.ts";

type Question = { id: string; situation: string; choices: ChoiceSource[] };
type Rules = { situationWords: Range; feedbackWords: Range; choices: Range; type: "single" | "multiple" | "ordering" };

/** What one scenario or item must hold by itself: how many choices, which are correct, how long its texts are. */
export const checkChoices: DraftCheck = ({ scenarios, items, partnerItems, replays }) => [
  ...scenarios.flatMap((one) => {
    const { type } = one.value;
    const { choices, ...lengths } = contentLimits.scenario;
    return checkQuestion(one, { ...lengths, choices: choices[type], type });
  }),
  ...[...items, ...partnerItems].flatMap((one) => checkQuestion(one, { ...contentLimits.item, type: "single" })),
  ...replays.flatMap(checkpointsOf).flatMap((one) => {
    const { choices, ...lengths } = contentLimits.scenario;
    return checkQuestion(one, { ...lengths, choices: choices.single, type: "single" });
  }),
];

function checkQuestion({ value, at }: Entry<Question>, rules: Rules): ContentProblem[] {
  return [
    ...problemOfLength("The situation", value.situation, rules.situationWords, at("situation")),
    ...checkCount(value, at, rules),
    ...checkCorrect(value, at, rules.type),
    ...value.choices.flatMap((choice, n) => [
      ...problemOfLength(
        `The feedback of choice ${choice.id}`,
        choice.feedback,
        rules.feedbackWords,
        at("choices", n, "feedback"),
      ),
      ...(namesClause.test(choice.feedback)
        ? []
        : [problemAt(at("choices", n, "feedback"), explainNoClause(choice.id))]),
      ...problemOfSweeping(choice, at("choices", n, "text")),
    ]),
  ];
}

const namesClause = /\b[A-Z]{2,}-\d+\.\d+\b/;

const explainNoClause = (id: string) =>
  `The feedback of choice ${id} names no clause. Say which one decides, such as ROE-4.1.`;

function checkCount({ id, choices }: Question, at: Entry<Question>["at"], { choices: [least, most], type }: Rules) {
  if (choices.length >= least && choices.length <= most) return [];
  const message = `${id} has ${choices.length} choices. A question of the type ${type} has ${least} to ${most}.`;
  return [problemAt(at("choices"), message)];
}

function checkCorrect({ id, choices }: Question, at: Entry<Question>["at"], type: Rules["type"]): ContentProblem[] {
  if (type === "ordering") {
    return choices.flatMap((choice, n) =>
      choice.correct === undefined
        ? []
        : [problemAt(at("choices", n, "correct"), `Choice ${choice.id} of an ordering has "correct". Remove the key.`)],
    );
  }
  const unsaid = choices.flatMap((choice, n) =>
    choice.correct === undefined
      ? [problemAt(at("choices", n), `Choice ${choice.id} lacks "correct". Add correct: true or correct: false.`)]
      : [],
  );
  if (unsaid.length > 0) return unsaid;
  const correct = choices.filter((choice) => choice.correct).length;
  if (type === "single")
    return correct === 1
      ? []
      : [problemAt(at("choices"), `${id} marks ${correct} of its choices as correct. Mark exactly one.`)];
  if (correct < 2)
    return [
      problemAt(
        at("choices"),
        `${id} marks ${correct} of its choices as correct. Mark at least two, or make it single.`,
      ),
    ];
  return correct === choices.length
    ? [problemAt(at("choices"), `Every choice of ${id} is correct. Leave at least one that is not.`)]
    : [];
}
