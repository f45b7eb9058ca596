import type { AttemptForm, StoredAnswer } from "#app/platform/db.server.ts";
import type { Item } from "../programs/release-content.ts";

export type Question = {
  /** From 1. */
  position: number;
  total: number;
  situation: string;
  question: string;
  /** `token` is the place in this form, from "1": it tells nothing about the key. */
  choices: { token: string; text: string }[];
  chosen: string | null;
};

/** What a page may know of one item of a form: no key, no feedback, no clause. */
export function presentQuestion(given: {
  form: AttemptForm;
  position: number;
  item: Item;
  answer: StoredAnswer | undefined;
}): Question {
  const { form, position, item, answer } = given;
  const order = form[position - 1]?.choices ?? [];
  const texts = new Map(item.choices.map((choice) => [choice.id, choice.text]));
  const place = answer ? order.indexOf(answer.choice) : -1;
  return {
    position,
    total: form.length,
    situation: item.situation,
    question: item.question,
    choices: order.map((id, index) => ({ token: String(index + 1), text: texts.get(id) ?? "" })),
    chosen: place < 0 ? null : String(place + 1),
  };
}

/** The item and the author's choice behind a position and a token; null when the form has no such place. */
export function findChoice(
  form: AttemptForm,
  position: number,
  token: string,
): { itemId: string; choice: string } | null {
  const place = form[position - 1];
  const choice = place?.choices.find((_, index) => String(index + 1) === token);
  return place && choice !== undefined ? { itemId: place.itemId, choice } : null;
}
