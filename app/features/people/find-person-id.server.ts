import { eq, sql } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";

const idsByEmployeeId = prepareOnce("person_id_by_employee_id", (handle) =>
  handle
    .select({ id: people.id })
    .from(people)
    .where(eq(people.employeeId, sql.placeholder("employeeId"))),
);

/** The id of the person with an employee id; null when nobody has it. */
export async function findPersonId(handle: Handle, employeeId: string): Promise<string | null> {
  const [person] = await idsByEmployeeId(handle, { employeeId });
  return person?.id ?? null;
}
