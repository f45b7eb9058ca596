import type { Clock } from "#app/platform/clock.ts";
import { accommodations, type Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import type { AccommodationInput } from "./accommodation-input.ts";
import { findAccommodation } from "./find-accommodation.server.ts";
import type { Accommodation } from "./own-time-limit.ts";

/**
 * Gives a person another time limit, for every attempt that starts from now on; one in progress keeps its end. Throws
 * not-found for an unknown person, and conflict while another accommodation holds.
 */
export async function grantAccommodation(given: {
  db: Database;
  clock: Clock;
  personId: string;
  input: AccommodationInput;
}): Promise<Accommodation> {
  const { db, clock, personId, input } = given;
  const { extraTimePercent, noTimeLimit, reason, by } = input;
  return db.write(
    async (tx) => {
      await getLearner(tx, personId);
      if (await findAccommodation(tx, personId))
        throw new AppError("conflict", "This person has an accommodation already; end it before you grant another.");
      const at = await evidenceInstant(tx, { personId, now: clock.now() });
      const id = newId();
      const granted = { id, personId, extraTimePercent, noTimeLimit, reason, grantedAt: at, grantedBy: by };
      await tx.insert(accommodations).values(granted);
      await appendEvidence(tx, {
        personId,
        at,
        registrationId: null,
        releaseId: null,
        subject: id,
        body: { kind: "accommodation_granted", accommodationId: id, extraTimePercent, noTimeLimit, reason, by },
      });
      return { ...granted, endedAt: null, endedBy: null };
    },
    { person: personId },
  );
}
