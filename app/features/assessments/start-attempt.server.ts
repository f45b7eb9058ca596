import type { Clock } from "#app/platform/clock.ts";
import { attempts, type Database, type Handle } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { pathSteps, stepsBefore } from "../certification/path-steps.ts";
import { readProgress } from "../certification/read-progress.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import type { Release } from "../programs/release-content.ts";
import type { AttemptDecision } from "./attempt-policy.ts";
import { closeAttempt } from "./close-attempt.server.ts";
import { drawForm } from "./draw-form.ts";
import { findAccommodation } from "./find-accommodation.server.ts";
import { findUnsubmitted } from "./find-open-attempt.server.ts";
import type { Attempt } from "./get-attempt.server.ts";
import { ownTimeLimit } from "./own-time-limit.ts";
import { readAttemptState } from "./read-attempt-state.server.ts";
import { readSeenItems } from "./read-seen-items.server.ts";
import { settleOverdueAttempt } from "./settle-overdue-attempt.server.ts";

export type StartResult =
  | { state: "started" | "resumed"; attempt: Attempt }
  | { state: "lessons-left"; steps: string[] }
  | { state: "refused"; decision: Extract<AttemptDecision, { allowed: false }> };

/**
 * Starts the assessment, or answers with the attempt that is in progress: of two that start at once, both get the same.
 * Needs every lesson of the current release read and its story brought to an end, and the attempt policy to allow it.
 */
export async function startAttempt(given: { db: Database; clock: Clock; personId: string }): Promise<StartResult> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const bank = await listItems(db, release.id);
  await clearTheWay({ db, clock, personId, release });
  const attemptId = newId();
  return db.write(
    async (tx): Promise<StartResult> => {
      const now = clock.now();
      const registration = await findCurrentRegistration(tx, { personId, editionId: release.editionId, now });
      const progress = await readProgress(tx, registration?.id ?? null);
      const left = stepsBefore("assessment", pathSteps(release, progress));
      const state = await readAttemptState(tx, { registrationId: registration?.id ?? null, release, now });
      if (state.open) return { state: "resumed", attempt: state.open };
      if (!state.decision.allowed) return { state: "refused", decision: state.decision };
      if (!registration || left.length > 0) return { state: "lessons-left", steps: left.map((step) => step.id) };
      const seen = await readSeenItems(tx, registration.id);
      const form = drawForm({ bank, length: release.summary.assessment.items, seed: attemptId, seen });
      const scope = { personId, registrationId: registration.id };
      return insertAttempt(tx, { ...scope, id: attemptId, number: state.nextNumber, form, release, now });
    },
    { person: personId },
  );
}

/** An attempt out of time, or left open under an edition that the person no longer works on, ends with what it holds. */
async function clearTheWay(given: { db: Database; clock: Clock; personId: string; release: Release }) {
  const { db, clock, personId, release } = given;
  const open = await findUnsubmitted(db.read, { personId, assessmentId: release.summary.assessment.id });
  if (!open || (await settleOverdueAttempt({ db, clock, attempt: open }))) return;
  const scope = { personId, editionId: release.editionId, now: clock.now() };
  const registration = await findCurrentRegistration(db.read, scope);
  if (registration?.id === open.registrationId) return;
  await closeAttempt({ db, clock, personId, attemptId: open.id, by: "server" });
}

async function insertAttempt(
  tx: Handle,
  given: Pick<Attempt, "id" | "personId" | "registrationId" | "number" | "form"> & { release: Release; now: number },
): Promise<StartResult> {
  const { release, now, ...attempt } = given;
  const { id: assessmentId, timeLimitMinutes } = release.summary.assessment;
  const accommodation = timeLimitMinutes === null ? null : await findAccommodation(tx, attempt.personId);
  const { minutes } = ownTimeLimit(timeLimitMinutes, accommodation);
  const closesAt = minutes === null ? null : now + minutes * 60_000;
  const [started] = await tx
    .insert(attempts)
    .values({ ...attempt, assessmentId, releaseId: release.id, startedAt: now, closesAt })
    .onConflictDoNothing()
    .returning();
  if (started) return { state: "started", attempt: started };
  const open = await findUnsubmitted(tx, { personId: attempt.personId, assessmentId });
  if (!open) throw new Error("An attempt was neither started nor found.");
  return { state: "resumed", attempt: open };
}
