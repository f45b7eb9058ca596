import type { Item } from "#app/features/programs/release-content.ts";
import {
  type AttemptForm,
  attemptAnswers,
  attempts,
  type Database,
  type people,
  registrations,
} from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makePerson } from "./make-people.ts";
import type { MadeRelease } from "./make-release.ts";

export type WantedAttempt = {
  person?: Partial<typeof people.$inferInsert>;
  /** The registration of an earlier attempt, which this one follows. */
  after?: MadeAttempt;
  startedAt?: number;
  /** Milliseconds after the start; null for an attempt that is still open. */
  submittedAfter?: number | null;
  items: readonly Item[];
  /** Null leaves the question open. */
  choiceOf: (item: Item, place: number) => string | null;
};

export type MadeAttempt = { id: string; personId: string; registrationId: string; number: number };

/** Attempts as they stand in the database, half a minute an answer, without the way that leads to them. */
export async function makeAttempts(
  db: Database,
  { release, wanted }: { release: MadeRelease; wanted: readonly WantedAttempt[] },
): Promise<MadeAttempt[]> {
  const made = await Promise.all(wanted.map((one) => placeOf(db, one)));
  const rows = wanted.map((one, n) => rowsOf(one, { made: made[n] as MadeAttempt, release }));
  await db.write(async (tx) => {
    for (const { registration } of rows) if (registration) await tx.insert(registrations).values(registration);
    for (const { attempt } of rows) await tx.insert(attempts).values({ ...attempt, submittedAt: null, result: null });
    for (const { answers } of rows) if (answers.length > 0) await tx.insert(attemptAnswers).values(answers);
    for (const { attempt } of rows) {
      if (attempt.submittedAt === null) continue;
      const { submittedAt, result } = attempt;
      await tx
        .insert(attempts)
        .values(attempt)
        .onConflictDoUpdate({ target: attempts.id, set: { submittedAt, result } });
    }
  });
  return made;
}

async function placeOf(db: Database, { person, after }: WantedAttempt): Promise<MadeAttempt> {
  const id = newId();
  if (after) return { id, personId: after.personId, registrationId: after.registrationId, number: after.number + 1 };
  const { id: personId } = await makePerson(db, person);
  return { id, personId, registrationId: newId(), number: 1 };
}

function rowsOf(wanted: WantedAttempt, { made, release }: { made: MadeAttempt; release: MadeRelease }) {
  const { startedAt = 0, submittedAfter = 900_000, items, choiceOf, after } = wanted;
  const { id, personId, registrationId, number } = made;
  const { programId, editionId, id: releaseId } = release;
  const form: AttemptForm = items.map((item) => ({
    ...{ itemId: item.id, clause: item.clause },
    choices: item.choices.map((choice) => choice.id),
  }));
  const answers = items.flatMap((item, place) => {
    const choice = choiceOf(item, place);
    const answeredAt = startedAt + (place + 1) * 30_000;
    return choice === null ? [] : [{ attemptId: id, itemId: item.id, answer: { choice }, answeredAt }];
  });
  const correct = answers.filter(({ itemId, answer }) =>
    items.some((item) => item.id === itemId && item.choices.some((one) => one.correct && one.id === answer.choice)),
  ).length;
  return {
    registration: after
      ? null
      : { id: registrationId, personId, programId, editionId, cycle: 1, path: "initial" as const, openedAt: startedAt },
    attempt: {
      ...{
        id,
        personId,
        registrationId,
        assessmentId: release.summary.assessment.id,
        releaseId,
        number,
        form,
        startedAt,
      },
      closesAt: null,
      submittedAt: submittedAfter === null ? null : startedAt + submittedAfter,
      result: { correct, total: items.length, passed: false, timedOut: false, clauses: [] },
    },
    answers,
  };
}
