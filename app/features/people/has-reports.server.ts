import { and, eq } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { isHere } from "./is-here.server.ts";

/** Whether anybody who has not left at the instant `at` has this person as the manager: that makes a manager. */
export async function hasReports(
  handle: Handle,
  { employeeId, at }: { employeeId: string; at: number },
): Promise<boolean> {
  const [report] = await handle
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.managerEmployeeId, employeeId), isHere(at)))
    .limit(1);
  return report !== undefined;
}
