import type { Clock } from "#app/platform/clock.ts";
import type { AttemptResult, Database } from "#app/platform/db.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { isOverdue } from "./attempt-end.ts";
import { type Attempt, getAttempt } from "./get-attempt.server.ts";
import { getAttemptKeys } from "./get-attempt-keys.server.ts";
import { recordAttemptResult } from "./record-attempt-result.server.ts";

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
  const keys = await getAttemptKeys(db, asked.releaseId);
  return db.write(
    async (tx) => {
      const attempt = await getAttempt(tx, { personId, attemptId });
      const before = resultOf(attempt);
      if (before) return before;
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const timedOut = isOverdue(attempt, now) || given.by === "server";
      const result = await recordAttemptResult(tx, { attempt, keys, timedOut, now });
      return { attemptId, number: attempt.number, submittedAt: now, result, already: false };
    },
    { person: personId },
  );
}

function resultOf({ id, number, submittedAt, result }: Attempt): ClosedAttempt | null {
  return submittedAt !== null && result ? { attemptId: id, number, submittedAt, result, already: true } : null;
}
