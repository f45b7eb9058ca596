import { asc, eq, inArray } from "drizzle-orm";
import { attemptAnswers, attempts, type Database } from "#app/platform/db.server.ts";
import { explainItems } from "../assessments/explain-items.ts";
import { listItems } from "../programs/list-items.server.ts";

/**
 * A person's attempts with their results. Own answers are told where the attempt was passed, as its result page does;
 * of another one only how many there are, because answer and result together would tell the keys.
 */
export async function readOwnAttempts(db: Database, personId: string) {
  const rows = await db.read
    .select()
    .from(attempts)
    .where(eq(attempts.personId, personId))
    .orderBy(asc(attempts.startedAt));
  const given = await db.read
    .select()
    .from(attemptAnswers)
    .where(
      inArray(
        attemptAnswers.attemptId,
        rows.map(({ id }) => id),
      ),
    );
  const told = [];
  for (const { personId: _, form, ...attempt } of rows) {
    const own = given.filter(({ attemptId }) => attemptId === attempt.id);
    const answers = Object.fromEntries(own.map(({ itemId, answer }) => [itemId, answer]));
    const explained = attempt.result?.passed
      ? explainItems({ form, answers, bank: await listItems(db, attempt.releaseId) })
      : null;
    told.push({
      ...attempt,
      questions: form.length,
      answered: own.length,
      answers:
        explained?.map(({ position, clause, question, situation, chosen, correct }) => ({
          position,
          clause,
          situation,
          question,
          chosen: chosen?.text ?? null,
          correct,
        })) ?? null,
    });
  }
  return told;
}
