import { z } from "zod";
import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { findCurrentRegistration } from "../certification/find-current-registration.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { readAttemptState } from "./read-attempt-state.server.ts";

export const unlockInput = z.object({
  by: z.string().trim().min(1, "Say who unlocks.").max(200, "A name has at most 200 characters."),
  reason: z.string().trim().min(1, "Say what was done.").max(1000, "A reason has at most 1,000 characters."),
});

/**
 * A coach opens one more attempt, on record. Throws conflict unless that is what the person's next attempt waits for: an
 * unlock in reserve would be one that nobody asked about.
 */
export async function unlockAttempt(given: {
  db: Database;
  clock: Clock;
  personId: string;
  input: z.output<typeof unlockInput>;
}): Promise<{ number: number }> {
  const { db, clock, personId, input } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  return db.write(
    async (tx) => {
      const now = await evidenceInstant(tx, { personId, now: clock.now() });
      const registration = await findCurrentRegistration(tx, { personId, editionId: release.editionId, now });
      const { decision, nextNumber } = await readAttemptState(tx, {
        registrationId: registration?.id ?? null,
        release,
        now,
      });
      if (!registration || decision.allowed || decision.reason !== "COACH") {
        throw new AppError("conflict", "The next attempt of this person does not wait for a coach.");
      }
      await appendEvidence(tx, {
        personId,
        at: now,
        registrationId: registration.id,
        releaseId: release.id,
        subject: registration.id,
        body: { kind: "attempt_unlocked", ...input },
      });
      return { number: nextNumber };
    },
    { person: personId },
  );
}
