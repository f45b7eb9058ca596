import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { accommodations, type Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import { findAccommodation } from "./find-accommodation.server.ts";
import type { Accommodation } from "./own-time-limit.ts";

/** The usual time limit holds again for attempts that start from now on. Throws conflict when it holds already. */
export async function endAccommodation(given: {
  db: Database;
  clock: Clock;
  personId: string;
  input: { by: string };
}): Promise<Accommodation> {
  const { db, clock, personId, input } = given;
  return db.write(
    async (tx) => {
      const held = await findAccommodation(tx, personId);
      if (!held) throw new AppError("conflict", "This person has no accommodation that could end.");
      const endedAt = await evidenceInstant(tx, { personId, now: clock.now() });
      await tx.update(accommodations).set({ endedAt, endedBy: input.by }).where(eq(accommodations.id, held.id));
      await appendEvidence(tx, {
        personId,
        at: endedAt,
        registrationId: null,
        releaseId: null,
        subject: held.id,
        body: { kind: "accommodation_ended", accommodationId: held.id, by: input.by },
      });
      return { ...held, endedAt, endedBy: input.by };
    },
    { person: personId },
  );
}
