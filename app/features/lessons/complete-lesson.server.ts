import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { ensureRegistration } from "../certification/ensure-registration.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { readProgress } from "../certification/read-progress.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { listScenarioAnswers } from "../scenarios/list-scenario-answers.server.ts";

export type CompleteLessonResult =
  | { state: "done" | "already" }
  /** The registration is certified and takes no more evidence. */
  | { state: "certified" }
  /** Practice scenarios of the lesson that have no answer yet. */
  | { state: "practice-left"; scenarios: string[] };

/**
 * Records that a person has read a lesson, once per registration, after every practice scenario in it was answered at
 * least once, rightly or not. Throws not-found for a module that the current release does not have.
 */
export async function completeLesson(given: {
  db: Database;
  clock: Clock;
  personId: string;
  moduleId: string;
}): Promise<CompleteLessonResult> {
  const { db, clock, personId, moduleId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const { programId, editionId } = release;
  const module = release.summary.modules.find((one) => one.id === moduleId);
  if (!module) throw new AppError("not-found", "The program has no such lesson. The program page lists those it has.");
  return db.write(
    async (tx): Promise<CompleteLessonResult> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const current = await findCurrentRegistration(tx, { personId, editionId, now });
      const progress = await readProgress(tx, current?.id ?? null);
      if (progress.readModules.has(moduleId)) return { state: "already" };
      if (current?.certification) return { state: "certified" };
      const answered = await listScenarioAnswers(tx, current?.id ?? null);
      const scenarios = module.scenarios.filter((id) => !answered.has(id));
      if (scenarios.length > 0) return { state: "practice-left", scenarios };
      const registration = current ?? (await ensureRegistration(tx, { personId, programId, editionId, now }));
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: registration.id,
        releaseId: release.id,
        subject: moduleId,
        body: { kind: "lesson_read", moduleId },
      });
      return { state: "done" };
    },
    { person: personId },
  );
}
