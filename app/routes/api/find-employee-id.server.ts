import { eq } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";

/** The employee id by which a calling system knows the person of a claim; null for people without one. */
export async function findEmployeeId(handle: Handle, personId: string): Promise<string | null> {
  const [person] = await handle.select({ employeeId: people.employeeId }).from(people).where(eq(people.id, personId));
  return person?.employeeId ?? null;
}
