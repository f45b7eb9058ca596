import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { listDutyAnswers } from "../scenarios/list-scenario-answers.server.ts";
import { getDuty } from "./get-duty.server.ts";
import { listReadDuties } from "./list-read-duties.server.ts";

export type CompleteDutyResult = { state: "done" | "already" | "practice-left" };

/**
 * Records that a manager has read a managers' module, once per edition, after every practice scenario in it was
 * answered at least once. The record names no registration: certified or not, and rep or not, a manager has this duty.
 * Throws not-found for a module that the current release does not have for managers.
 */
export async function completeDuty(given: {
  db: Database;
  clock: Clock;
  personId: string;
  moduleId: string;
}): Promise<CompleteDutyResult> {
  const { db, clock, personId, moduleId } = given;
  const { release, module } = await getDuty(given);
  const scope = { personId, editionId: release.editionId };
  return db.write(
    async (tx): Promise<CompleteDutyResult> => {
      if ((await listReadDuties(tx, scope)).has(moduleId)) return { state: "already" };
      const answered = await listDutyAnswers(tx, scope);
      if (module.scenarios.some((id) => !answered.has(id))) return { state: "practice-left" };
      await appendEvidence(tx, {
        personId,
        at: await evidenceInstant(tx, { personId, now: clock.now() }),
        registrationId: null,
        releaseId: release.id,
        subject: moduleId,
        body: { kind: "lesson_read", moduleId },
      });
      return { state: "done" };
    },
    { person: personId },
  );
}
