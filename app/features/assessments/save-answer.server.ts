import { sql } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { attemptAnswers, type Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import { isOverdue } from "./attempt-end.ts";
import { type Attempt, getAttempt } from "./get-attempt.server.ts";
import { findChoice } from "./present-question.ts";
import { settleOverdueAttempt } from "./settle-overdue-attempt.server.ts";

/**
 * Saves one answer of an open attempt; the last one given counts. `position` counts from 1, `choice` is the token of the
 * presented choice. Throws not-found for an attempt of somebody else, conflict once it is submitted or out of time, and
 * validation-failed when the form has no such question or choice.
 */
export async function saveAnswer(given: {
  db: Database;
  clock: Clock;
  personId: string;
  attemptId: string;
  position: number;
  choice: string;
}): Promise<void> {
  const { db, clock, personId, attemptId, position, choice } = given;
  const verdict = await db.write(
    async (tx) => {
      const attempt = await getAttempt(tx, { personId, attemptId });
      if (attempt.submittedAt !== null) return "submitted";
      const now = clock.now();
      if (isOverdue(attempt, now)) return attempt;
      const found = findChoice(attempt.form, position, choice);
      if (!found) return "unknown";
      await putAnswer(tx, { attemptId, itemId: found.itemId, answer: { choice: found.choice }, answeredAt: now });
      return "saved";
    },
    { person: personId },
  );
  if (verdict === "saved") return;
  if (verdict === "unknown") {
    throw new AppError(
      "validation-failed",
      "This answer was not saved, because the question does not offer it. Load the question again and choose one of its answers.",
    );
  }
  if (verdict === "submitted") {
    throw new AppError(
      "conflict",
      "This answer was not saved, because the attempt has been submitted and is closed. Its result shows how it went.",
    );
  }
  await settle({ db, clock, attempt: verdict });
}

/** Outside the write that found it out, so that the refusal does not undo the settling. */
async function settle(given: { db: Database; clock: Clock; attempt: Attempt }): Promise<never> {
  await settleOverdueAttempt(given);
  throw new AppError(
    "conflict",
    "This answer was not saved, because the time for the attempt has run out. What was saved before has been submitted.",
  );
}

const putAnswer = prepareOnce("put_answer", (handle) =>
  handle
    .insert(attemptAnswers)
    .values({
      attemptId: sql.placeholder("attemptId"),
      itemId: sql.placeholder("itemId"),
      answer: sql.placeholder("answer"),
      answeredAt: sql.placeholder("answeredAt"),
    })
    .onConflictDoUpdate({
      target: [attemptAnswers.attemptId, attemptAnswers.itemId],
      set: { answer: sql`excluded.answer`, answeredAt: sql`excluded.answered_at` },
    })
    .returning({ itemId: attemptAnswers.itemId }),
);
