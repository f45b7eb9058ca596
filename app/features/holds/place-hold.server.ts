import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, holds, people } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { appendEvidence } from "../evidence/append-evidence.server.ts";
import { evidenceInstant } from "../evidence/evidence-instant.server.ts";
import type { HoldInput } from "./hold-input.ts";

export type Hold = typeof holds.$inferSelect;

/**
 * Suspends a person's right to claim from now on, with its evidence. Throws not-found for an unknown person, and
 * conflict when the person has or had a hold for the same case.
 */
export async function placeHold(given: {
  db: Database;
  clock: Clock;
  personId: string;
  input: HoldInput;
}): Promise<Hold> {
  const { db, clock, personId, input } = given;
  return db.write(
    async (tx) => {
      await requireNewCase(tx, { personId, caseReference: input.caseReference });
      const { caseReference, reason, by } = input;
      const openedAt = await evidenceInstant(tx, { personId, now: clock.now() });
      const hold = { id: newId(), personId, caseReference, reason, openedAt, openedBy: by };
      const placed = { ...hold, liftedAt: null, liftedBy: null, liftReason: null };
      await tx.insert(holds).values(placed);
      await appendEvidence(tx, {
        personId,
        at: openedAt,
        registrationId: null,
        releaseId: null,
        subject: hold.id,
        body: { kind: "held", holdId: hold.id, caseReference, reason, by },
      });
      return placed;
    },
    { person: personId },
  );
}

/** Writes of one person wait for each other, so a look before the insert is enough. */
async function requireNewCase(tx: Handle, { personId, caseReference }: { personId: string; caseReference: string }) {
  const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
  if (!person) throw new AppError("not-found", "There is no such person.");
  const theirs = await tx.select().from(holds).where(eq(holds.personId, personId));
  const same = theirs.find((hold) => hold.caseReference.toLowerCase() === caseReference.toLowerCase());
  if (!same) return;
  throw new AppError(
    "conflict",
    same.liftedAt === null
      ? `There is an open hold for case ${same.caseReference} already.`
      : `A hold for case ${same.caseReference} was lifted before; open a new case to hold again.`,
  );
}
