import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, holds } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import type { LiftHoldInput } from "./hold-input.ts";
import type { Hold } from "./place-hold.server.ts";

/** Ends a hold from now on, with its evidence. Throws not-found, and conflict when it was lifted before. */
export async function liftHold(given: {
  db: Database;
  clock: Clock;
  holdId: string;
  input: LiftHoldInput;
}): Promise<Hold> {
  const { db, clock, holdId, input } = given;
  const [held] = await db.read.select({ personId: holds.personId }).from(holds).where(eq(holds.id, holdId));
  if (!held) throw new AppError("not-found", `There is no hold ${holdId}.`);
  const { personId } = held;
  return db.write(
    async (tx) => {
      const liftedAt = await evidenceInstant(tx, { personId, now: clock.now() });
      const [lifted] = await tx
        .update(holds)
        .set({ liftedAt, liftedBy: input.by, liftReason: input.reason })
        .where(and(eq(holds.id, holdId), eq(holds.personId, personId), isNull(holds.liftedAt)))
        .returning();
      if (!lifted) throw new AppError("conflict", "This hold was lifted before.");
      await appendEvidence(tx, {
        personId,
        at: liftedAt,
        registrationId: null,
        releaseId: null,
        subject: holdId,
        body: { kind: "hold_lifted", holdId, reason: input.reason, by: input.by },
      });
      return lifted;
    },
    { person: personId },
  );
}
