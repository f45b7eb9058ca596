import { redirect } from "@remix-run/node";
import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { findOpenAttempt } from "#app/features/assessments/find-open-attempt.server.ts";
import { getAttemptResult } from "#app/features/assessments/get-attempt-result.server.ts";
import { presentQuestion } from "#app/features/assessments/present-question.ts";
import { saveAnswer } from "#app/features/assessments/save-answer.server.ts";
import { listItems } from "#app/features/programs/list-items.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";

/** The attempt a person is in; sends them to its result when it has just run out of time, or to the start. */
export async function requireOpenAttempt(app: AppContext, person: Person) {
  const open = await findOpenAttempt({ ...app, personId: person.id });
  if (open.state === "closed") throw redirect(paths.result(open.attemptId));
  if (open.state === "none") throw redirect(paths.assessment());
  return open;
}

/** One question of the open attempt: no key, no feedback, no clause. */
export async function loadQuestion(app: AppContext, { person, position }: { person: Person; position: number }) {
  const { attempt, answers, answered } = await requireOpenAttempt(app, person);
  const place = attempt.form[position - 1];
  if (!place) throw new AppError("not-found", "The assessment has no such question.");
  const item = (await listItems(app.db, attempt.releaseId)).find(({ id }) => id === place.itemId);
  if (!item) throw new Error(`The item bank does not hold ${place.itemId}.`);
  const question = presentQuestion({ form: attempt.form, position, item, answer: answers[place.itemId] });
  return { ...question, attemptId: attempt.id, answered, closesAt: attempt.closesAt };
}

/**
 * Saves an answer. Where the server ended the attempt meanwhile, at its time limit or by a void, the result says so
 * better than a refusal: then its address.
 */
export async function saveOrFindEnd(
  app: AppContext,
  given: { personId: string; attemptId: string; position: number; choice: string },
): Promise<string | null> {
  try {
    await saveAnswer({ ...app, ...given });
    return null;
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
    const { closedBy, voided } = await getAttemptResult({ ...app, ...given });
    if (closedBy === "person" && !voided) throw error;
    return paths.lateResult(given.attemptId);
  }
}
