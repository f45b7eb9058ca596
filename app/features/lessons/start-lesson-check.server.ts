import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, lessonChecks } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { readSeenItems } from "../assessments/read-seen-items.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { ensureRegistration } from "../certification/ensure-registration.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { readProgress } from "../certification/read-progress.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import { drawLessonCheck, lessonCheckLength } from "./draw-lesson-check.ts";
import { findLessonCheck, type LessonCheck } from "./find-lesson-check.server.ts";
import { testOutState } from "./test-out-state.ts";

export type StartLessonCheckResult =
  | { state: "started" | "open" | "passed" | "failed"; check: LessonCheck }
  /** The lesson is read, the registration is finished, or the release has no check on this module. */
  | { state: "none" };

/**
 * Starts the check by which a person tests out of a lesson, or answers with the one there is: of two that start at once,
 * both get the same. Throws not-found for a module that the current release does not have.
 */
export async function startLessonCheck(given: {
  db: Database;
  clock: Clock;
  personId: string;
  moduleId: string;
}): Promise<StartLessonCheckResult> {
  const { db, clock, personId, moduleId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const { programId, editionId } = release;
  if (!release.summary.modules.some((one) => one.id === moduleId))
    throw new AppError("not-found", "The program has no such lesson. The program page lists those it has.");
  const bank = await listItems(db, release.id);
  const questions = lessonCheckLength({ release, bank, moduleId });
  const id = newId();
  return db.write(
    async (tx): Promise<StartLessonCheckResult> => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const current = await findCurrentRegistration(tx, { personId, editionId, now });
      const check = await findLessonCheck(tx, { personId, registrationId: current?.id ?? null, moduleId });
      const { readModules } = await readProgress(tx, current?.id ?? null);
      const read = readModules.has(moduleId);
      const state = testOutState({ questions, read, certified: current?.certification != null, check });
      if (state === "none") return { state };
      if (state !== "offered" && check) return { state: state, check };
      const registration = current ?? (await ensureRegistration(tx, { personId, programId, editionId, now }));
      const seen = await readSeenItems(tx, registration.id);
      const form = drawLessonCheck({ release, bank, moduleId, seed: id, seen });
      return insertCheck(tx, {
        id,
        personId,
        registrationId: registration.id,
        releaseId: release.id,
        moduleId,
        form,
        startedAt: now,
      });
    },
    { person: personId },
  );
}

async function insertCheck(
  tx: Handle,
  given: Pick<LessonCheck, "id" | "personId" | "registrationId" | "releaseId" | "moduleId" | "form" | "startedAt">,
): Promise<StartLessonCheckResult> {
  const [started] = await tx
    .insert(lessonChecks)
    .values(given)
    .onConflictDoNothing({ target: [lessonChecks.registrationId, lessonChecks.moduleId] })
    .returning();
  if (started) return { state: "started", check: started };
  const check = await findLessonCheck(tx, given);
  if (!check) throw new Error("A check was neither started nor found.");
  return { state: "open", check };
}
