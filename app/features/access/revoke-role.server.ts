import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, roleGrants } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { GrantedRole } from "./granted-roles.ts";

/** Takes a role away from now on; the grant stays as history. Throws `not-found` when the person does not hold the role. */
export async function revokeRole(given: {
  db: Database;
  clock: Clock;
  personId: string;
  role: GrantedRole;
}): Promise<void> {
  const { db, clock, personId, role } = given;
  const revoked = await db.write(
    (tx) =>
      tx
        .update(roleGrants)
        .set({ revokedAt: clock.now() })
        .where(and(eq(roleGrants.personId, personId), eq(roleGrants.role, role), isNull(roleGrants.revokedAt)))
        .returning({ id: roleGrants.id }),
    { person: personId },
  );
  if (revoked.length === 0) throw new AppError("not-found", "The person does not have this role. Nothing was changed.");
}
