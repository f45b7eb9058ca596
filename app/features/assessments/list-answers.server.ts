import { eq, sql } from "drizzle-orm";
import { attemptAnswers, type Handle, type StoredAnswer } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";

const answersOfAttempt = prepareOnce("answers_of_attempt", (handle) =>
  handle
    .select({ itemId: attemptAnswers.itemId, answer: attemptAnswers.answer })
    .from(attemptAnswers)
    .where(eq(attemptAnswers.attemptId, sql.placeholder("attemptId"))),
);

/** The answers saved in an attempt, by item. The caller has read the attempt in the scope of its person. */
export async function listAnswers(handle: Handle, attemptId: string): Promise<Record<string, StoredAnswer>> {
  const rows = await answersOfAttempt(handle, { attemptId });
  return Object.fromEntries(rows.map((row) => [row.itemId, row.answer]));
}
