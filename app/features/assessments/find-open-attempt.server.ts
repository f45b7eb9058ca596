import { and, desc, eq, isNull, sql } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { attempts, type Database, type Handle, type StoredAnswer } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import type { Attempt } from "./get-attempt.server.ts";
import { listAnswers } from "./list-answers.server.ts";
import { settleOverdueAttempt } from "./settle-overdue-attempt.server.ts";

export type OpenAttempt = {
  state: "open";
  attempt: Attempt;
  answers: Record<string, StoredAnswer>;
  /** For each position of the form, in order, whether an answer is saved. */
  answered: boolean[];
};

/**
 * The attempt a person is in. `closed` when its time limit has just been found to have passed: its result is ready.
 */
export async function findOpenAttempt(given: {
  db: Database;
  clock: Clock;
  personId: string;
}): Promise<OpenAttempt | { state: "closed"; attemptId: string } | { state: "none" }> {
  const { db, clock, personId } = given;
  const attempt = await findUnsubmitted(db.read, { personId });
  if (!attempt) return { state: "none" };
  if (await settleOverdueAttempt({ db, clock, attempt })) return { state: "closed", attemptId: attempt.id };
  const answers = await listAnswers(db.read, attempt.id);
  return { state: "open", attempt, answers, answered: attempt.form.map((place) => place.itemId in answers) };
}

const unsubmittedOfPerson = prepareOnce("unsubmitted_of_person", (handle) =>
  handle
    .select()
    .from(attempts)
    .where(and(eq(attempts.personId, sql.placeholder("personId")), isNull(attempts.submittedAt)))
    .orderBy(desc(attempts.startedAt)),
);

/** As stored: its time limit may have passed. */
export async function findUnsubmitted(
  handle: Handle,
  scope: { personId: string; assessmentId?: string },
): Promise<Attempt | null> {
  // At most one of each assessment.
  const open = await unsubmittedOfPerson(handle, { personId: scope.personId });
  const { assessmentId } = scope;
  return open.find((attempt) => assessmentId === undefined || attempt.assessmentId === assessmentId) ?? null;
}
