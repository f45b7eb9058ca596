import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people, roleGrants } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { isHere } from "../people/is-here.server.ts";

type Input = { db: Database; clock: Clock; firmId: string; personId: string; by: string };

/**
 * Lets somebody of a firm coordinate it, from their next request on; again changes nothing. Throws `not-found` for who is
 * not a partner of the firm now.
 */
export async function appointCoordinator({ db, clock, firmId, personId, by }: Input): Promise<void> {
  await db.write(
    async (tx) => {
      const now = clock.now();
      const here = isHere(now);
      const [person] = await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, personId), eq(people.firmId, firmId), eq(people.kind, "partner"), here));
      if (!person) throw new AppError("not-found", "There is no such person in the firm.");
      const [open] = await tx.select({ id: roleGrants.id }).from(roleGrants).where(openGrant(personId));
      if (open) return;
      const grant = { id: newId(), personId, role: "firm_coordinator" as const, grantedAt: now, grantedBy: by };
      await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
    },
    { person: personId },
  );
}

/** Ends it from the next request on; again changes nothing. Throws `not-found` for who is not of the firm. */
export async function dismissCoordinator({ db, clock, firmId, personId }: Omit<Input, "by">): Promise<void> {
  await db.write(
    async (tx) => {
      const [person] = await tx
        .select({ id: people.id })
        .from(people)
        .where(and(eq(people.id, personId), eq(people.firmId, firmId)));
      if (!person) throw new AppError("not-found", "There is no such person in the firm.");
      await tx.update(roleGrants).set({ revokedAt: clock.now() }).where(openGrant(personId));
    },
    { person: personId },
  );
}

function openGrant(personId: string) {
  return and(eq(roleGrants.personId, personId), eq(roleGrants.role, "firm_coordinator"), isNull(roleGrants.revokedAt));
}
