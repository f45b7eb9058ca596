import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { isOverdue } from "./attempt-end.ts";
import { closeAttempt } from "./close-attempt.server.ts";
import type { Attempt } from "./get-attempt.server.ts";

/** Ends an open attempt whose time limit has passed, with what had been saved. Says whether it did. */
export async function settleOverdueAttempt(given: {
  db: Database;
  clock: Clock;
  attempt: Pick<Attempt, "id" | "personId" | "closesAt" | "submittedAt">;
}): Promise<boolean> {
  const { db, clock, attempt } = given;
  if (attempt.submittedAt !== null || !isOverdue(attempt, clock.now())) return false;
  await closeAttempt({ db, clock, personId: attempt.personId, attemptId: attempt.id, by: "server" });
  return true;
}
