import { and, eq, isNull } from "drizzle-orm";
import { type AttemptResult, attempts, type Handle } from "#app/platform/db.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import type { Item } from "../programs/release-content.ts";
import type { Attempt } from "./get-attempt.server.ts";
import { gradeAttempt } from "./grade-attempt.ts";
import { listAnswers } from "./list-answers.server.ts";

export type AttemptKeys = { bank: readonly Item[]; passMark: number };

/** Grades what is saved of an open attempt and records the result with its evidence. Call it in the person's write. */
export async function recordAttemptResult(
  tx: Handle,
  given: { attempt: Attempt; keys: AttemptKeys; timedOut: boolean; now: number },
): Promise<AttemptResult> {
  const { attempt, keys, timedOut, now } = given;
  const answers = await listAnswers(tx, attempt.id);
  const result = gradeAttempt({ form: attempt.form, answers, ...keys, timedOut });
  await tx
    .update(attempts)
    .set({ submittedAt: now, result })
    .where(and(eq(attempts.id, attempt.id), isNull(attempts.submittedAt)));
  await appendEvidence(tx, {
    personId: attempt.personId,
    at: now,
    registrationId: attempt.registrationId,
    releaseId: attempt.releaseId,
    subject: attempt.id,
    body: {
      kind: "attempt_submitted",
      attemptId: attempt.id,
      number: attempt.number,
      form: attempt.form,
      answers,
      result,
    },
  });
  return result;
}
