import { and, eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { people } from "#app/platform/db.server.ts";
import { isHere } from "../people/is-here.server.ts";
import { listRoles } from "./list-roles.server.ts";
import type { Viewer } from "./require-viewer.server.ts";
import { isAllowed, type Permission } from "./roles.ts";

/**
 * Who started work that runs without a request, with the roles of now; null for who may not do it any more, because
 * roles have ended or the person has left.
 */
export async function findStarter(
  { db, clock }: Pick<AppContext, "db" | "clock">,
  { personId, permission }: { personId: string | null; permission: Permission },
): Promise<Viewer | null> {
  if (personId === null) return null;
  const now = clock.now();
  const [person] = await db.read
    .select()
    .from(people)
    .where(and(eq(people.id, personId), isHere(now)));
  const roles = person ? await listRoles(db.read, { person, now }) : [];
  return person && isAllowed(roles, permission) ? { person, roles, mustChangePassword: false } : null;
}
