import { findPersonByEmployeeId, type Person } from "#app/features/people/find-person.server.ts";
import type { Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

/** The person with an employee id that was typed. Throws not-found, naming the id. */
export async function getNamedPerson(handle: Handle, employeeId: string): Promise<Person> {
  const person = await findPersonByEmployeeId(handle, employeeId);
  if (person) return person;
  throw new AppError("not-found", `Nobody has the employee id ${JSON.stringify(employeeId)}.`);
}
