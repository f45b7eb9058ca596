import type { AttemptForm, AttemptResult, StoredAnswer } from "#app/platform/db.server.ts";
import type { Item } from "../programs/release-content.ts";

const byClauseNumber = new Intl.Collator("en", { numeric: true });

/**
 * Right answers needed: the pass mark (a share, 0 to 1) of the total, rounded up. Counted in millionths, because
 * 0.55 × 20 is a little more than 11 in floating point.
 */
export function passingScore(passMark: number, total: number): number {
  return Math.ceil((Math.round(passMark * 1_000_000) * total) / 1_000_000);
}

/**
 * Passed: the passing score is reached and no item of a must-pass clause is wrong. An item without an answer is wrong.
 * Throws when the bank lacks an item of the form: the form was drawn from another release.
 */
export function gradeAttempt(given: {
  form: AttemptForm;
  answers: Readonly<Record<string, StoredAnswer>>;
  bank: readonly Item[];
  passMark: number;
  timedOut: boolean;
}): AttemptResult {
  const items = new Map(given.bank.map((item) => [item.id, item]));
  const clauses = new Map<string, AttemptResult["clauses"][number]>();
  for (const { itemId, clause } of given.form) {
    const item = items.get(itemId);
    if (!item) throw new Error(`The item bank does not hold ${itemId}.`);
    const tally = clauses.get(clause) ?? { clause, correct: 0, total: 0, mustPass: false };
    tally.total += 1;
    tally.mustPass ||= item.mustPass;
    if (item.choices.some((choice) => choice.correct && choice.id === given.answers[itemId]?.choice))
      tally.correct += 1;
    clauses.set(clause, tally);
  }
  const tallies = [...clauses.values()].sort((a, b) => byClauseNumber.compare(a.clause, b.clause));
  const correct = tallies.reduce((sum, tally) => sum + tally.correct, 0);
  const total = given.form.length;
  const mustPassHeld = tallies.every((tally) => !tally.mustPass || tally.correct === tally.total);
  return {
    correct,
    total,
    passed: total > 0 && correct >= passingScore(given.passMark, total) && mustPassHeld,
    timedOut: given.timedOut,
    clauses: tallies,
  };
}
