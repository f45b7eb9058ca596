import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { readAttemptState } from "../assessments/read-attempt-state.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";

export type ReviewLessonResult =
  | { state: "done" | "already"; lessonsToReview: string[] }
  /** No failed attempt asks for this lesson. */
  | { state: "not-needed" };

/** Confirms that a lesson which the last failed attempt asks for was read again; once per attempt and lesson. */
export async function reviewLesson(given: {
  db: Database;
  clock: Clock;
  personId: string;
  moduleId: string;
}): Promise<ReviewLessonResult> {
  const { db, clock, personId, moduleId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  return db.write(
    async (tx): Promise<ReviewLessonResult> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const registration = await findCurrentRegistration(tx, { personId, editionId: release.editionId, now });
      const state = await readAttemptState(tx, { registrationId: registration?.id ?? null, release, now });
      const failed = state.submitted.at(-1);
      const missed = state.missed.map((module) => module.id);
      if (!registration || !failed || !missed.includes(moduleId)) return { state: "not-needed" };
      const lessonsToReview = missed.filter((id) => id !== moduleId && !state.reviewed.has(id));
      if (state.reviewed.has(moduleId)) return { state: "already", lessonsToReview };
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: registration.id,
        releaseId: release.id,
        subject: moduleId,
        body: { kind: "lesson_reviewed", moduleId, attemptId: failed.id },
      });
      return { state: "done", lessonsToReview };
    },
    { person: personId },
  );
}
