import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people, roleGrants } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import type { GrantedRole } from "./granted-roles.ts";

/**
 * Gives a person a role from now on. `by` is who decided it, as text for people to read. Throws `not-found` for an
 * unknown person and `conflict` when the person holds the role already.
 */
export async function grantRole(given: {
  db: Database;
  clock: Clock;
  personId: string;
  role: GrantedRole;
  by: string;
}): Promise<typeof roleGrants.$inferSelect> {
  const { db, clock, personId, role, by } = given;
  return db.write(
    async (tx) => {
      const [person] = await tx.select({ id: people.id }).from(people).where(eq(people.id, personId));
      if (!person) throw new AppError("not-found", "There is no such person.");
      const [open] = await tx
        .select({ id: roleGrants.id })
        .from(roleGrants)
        .where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, role), isNull(roleGrants.revokedAt)));
      if (open) throw new AppError("conflict", "The person has this role already. Nothing was changed.");
      const grant = { id: newId(), personId, role, grantedAt: clock.now(), grantedBy: by, revokedAt: null };
      await tx.insert(roleGrants).values(grant);
      return grant;
    },
    { person: personId },
  );
}
