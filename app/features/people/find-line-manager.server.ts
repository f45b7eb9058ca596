import { and, eq } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { fullName } from "./full-name.ts";
import { isHere } from "./is-here.server.ts";

/** The name of the manager whom HR gives for a person; null for nobody, and for one who is unknown or has left. */
export async function findLineManager(
  handle: Handle,
  { managerEmployeeId, now }: { managerEmployeeId: string | null; now: number },
): Promise<string | null> {
  if (managerEmployeeId === null) return null;
  const [found] = await handle
    .select({ givenName: people.givenName, familyName: people.familyName, preferredName: people.preferredName })
    .from(people)
    .where(and(eq(people.employeeId, managerEmployeeId), isHere(now)));
  return found ? fullName(found) : null;
}
