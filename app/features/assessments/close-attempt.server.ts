import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type AttemptResult, attempts, type Database, type Handle } from "#app/platform/db.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import type { Item } from "../programs/release-content.ts";
import { isOverdue } from "./attempt-end.ts";
import { type Attempt, getAttempt } from "./get-attempt.server.ts";
import { gradeAttempt } from "./grade-attempt.ts";
import { listAnswers } from "./list-answers.server.ts";

export type ClosedAttempt = {
  attemptId: string;
  number: number;
  submittedAt: number;
  result: AttemptResult;
  already: boolean;
};

/**
 * Ends an attempt: grades what was saved with the keys of the attempt's own release and records it, in one write and
 * once. Asked again, it answers with the same result. Throws not-found for an attempt of somebody else.
 */
export async function closeAttempt(given: {
  db: Database;
  clock: Clock;
  personId: string;
  attemptId: string;
  /** The person submits, or the server closes what can no longer be answered. */
  by: "person" | "server";
}): Promise<ClosedAttempt> {
  const { db, clock, personId, attemptId } = given;
  const asked = await getAttempt(db.read, { personId, attemptId });
  const closed = resultOf(asked);
  if (closed) return closed;
  const { summary } = await getRelease(db, asked.releaseId);
  const bank = await listItems(db, asked.releaseId);
  return db.write(
    async (tx) => {
      const attempt = await getAttempt(tx, { personId, attemptId });
      const before = resultOf(attempt);
      if (before) return before;
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const timedOut = isOverdue(attempt, now) || given.by === "server";
      return recordResult(tx, { attempt, bank, passMark: summary.assessment.passMark, timedOut, now });
    },
    { person: personId },
  );
}

async function recordResult(
  tx: Handle,
  given: { attempt: Attempt; bank: Item[]; passMark: number; timedOut: boolean; now: number },
): Promise<ClosedAttempt> {
  const { attempt, bank, passMark, timedOut, now } = given;
  const answers = await listAnswers(tx, attempt.id);
  const result = gradeAttempt({ form: attempt.form, answers, bank, passMark, timedOut });
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
  return { attemptId: attempt.id, number: attempt.number, submittedAt: now, result, already: false };
}

function resultOf({ id, number, submittedAt, result }: Attempt): ClosedAttempt | null {
  return submittedAt !== null && result ? { attemptId: id, number, submittedAt, result, already: true } : null;
}
