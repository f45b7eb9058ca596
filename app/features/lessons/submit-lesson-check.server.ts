import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, lessonChecks, type StoredAnswer } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { findChoice } from "../assessments/present-question.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { readProgress } from "../certification/read-progress.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import type { LessonCheck } from "./find-lesson-check.server.ts";
import { gradeLessonCheck } from "./grade-lesson-check.ts";

export type SubmitLessonCheckResult =
  | { state: "passed" | "failed"; already: boolean }
  /** Questions without an answer that they offer, from 1; nothing was recorded. */
  | { state: "incomplete"; positions: number[] }
  /** The lesson was read in the meantime, or the registration is no longer open; nothing was recorded. */
  | { state: "not-needed" };

/**
 * Takes the one answer to a whole check and grades it with the keys of the release it was drawn from. `answers` holds
 * the token chosen at each position, from 1. Handed in again it changes nothing and answers with the first result.
 * Throws not-found for a check of somebody else or of another module.
 */
export async function submitLessonCheck(given: {
  db: Database;
  clock: Clock;
  personId: string;
  moduleId: string;
  checkId: string;
  answers: ReadonlyMap<number, string>;
}): Promise<SubmitLessonCheckResult> {
  const { db, clock, personId } = given;
  const asked = await getLessonCheck(db.read, given);
  if (asked.result) return { state: asked.result.passed ? "passed" : "failed", already: true };
  const { answers, open } = readAnswers(asked, given.answers);
  if (open.length > 0) return { state: "incomplete", positions: open };
  const { editionId } = await getRelease(db, asked.releaseId);
  const bank = await listItems(db, asked.releaseId);
  return db.write(
    async (tx): Promise<SubmitLessonCheckResult> => {
      const check = await getLessonCheck(tx, given);
      if (check.result) return { state: check.result.passed ? "passed" : "failed", already: true };
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const current = await findCurrentRegistration(tx, { personId, editionId, now });
      const { readModules } = await readProgress(tx, check.registrationId);
      if (current?.id !== check.registrationId || current.certification || readModules.has(check.moduleId))
        return { state: "not-needed" };
      const result = gradeLessonCheck({ form: check.form, answers, bank });
      await tx
        .update(lessonChecks)
        .set({ submittedAt: now, answers, result })
        .where(and(eq(lessonChecks.id, check.id), isNull(lessonChecks.submittedAt)));
      const { moduleId, form, registrationId, releaseId } = check;
      const kind = result.passed ? "lesson_tested_out" : "lesson_check_failed";
      const body = { kind, moduleId, form, answers, result } as const;
      await appendEvidence(tx, { personId, at: now, registrationId, releaseId, subject: moduleId, body });
      return { state: result.passed ? "passed" : "failed", already: false };
    },
    { person: personId },
  );
}

async function getLessonCheck(
  handle: Handle,
  { personId, moduleId, checkId }: { personId: string; moduleId: string; checkId: string },
): Promise<LessonCheck> {
  const [check] = await handle
    .select()
    .from(lessonChecks)
    .where(and(eq(lessonChecks.id, checkId), eq(lessonChecks.personId, personId), eq(lessonChecks.moduleId, moduleId)));
  if (!check) throw new AppError("not-found", "You have no such check. The lesson says whether there is one for you.");
  return check;
}

function readAnswers({ form }: LessonCheck, given: ReadonlyMap<number, string>) {
  const answers: Record<string, StoredAnswer> = {};
  const open: number[] = [];
  for (const index of form.keys()) {
    const position = index + 1;
    const found = findChoice(form, position, given.get(position) ?? "");
    if (found) answers[found.itemId] = { choice: found.choice };
    else open.push(position);
  }
  return { answers, open };
}
