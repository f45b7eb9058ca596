import type { AttemptForm, StoredAnswer } from "#app/platform/db.server.ts";
import type { Choice, Item } from "../programs/release-content.ts";

type ExplainedChoice = Pick<Choice, "text" | "feedback">;

export type Explanation = {
  /** From 1. */
  position: number;
  clause: string;
  situation: string;
  question: string;
  correct: boolean;
  /** Null when the question was left open. */
  chosen: ExplainedChoice | null;
  right: ExplainedChoice | null;
};

/** Every question of a passed attempt with what was chosen and what is right. Holds the keys. */
export function explainItems(given: {
  form: AttemptForm;
  bank: readonly Item[];
  answers: Readonly<Record<string, StoredAnswer>>;
}): Explanation[] {
  const items = new Map(given.bank.map((item) => [item.id, item]));
  return given.form.flatMap(({ itemId }, index) => {
    const item = items.get(itemId);
    if (!item) return [];
    const chosen = item.choices.find((choice) => choice.id === given.answers[itemId]?.choice);
    const right = item.choices.find((choice) => choice.correct);
    return [
      {
        position: index + 1,
        clause: item.clause,
        situation: item.situation,
        question: item.question,
        correct: chosen?.correct === true,
        chosen: explained(chosen),
        right: explained(right),
      },
    ];
  });
}

function explained(choice: Choice | undefined): ExplainedChoice | null {
  return choice ? { text: choice.text, feedback: choice.feedback } : null;
}
