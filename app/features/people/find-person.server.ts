import { eq } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";

export type Person = typeof people.$inferSelect;

/** The person with an employee id, whoever they are; null when nobody has it. */
export async function findPersonByEmployeeId(handle: Handle, employeeId: string): Promise<Person | null> {
  const [person] = await handle.select().from(people).where(eq(people.employeeId, employeeId)).limit(1);
  return person ?? null;
}
