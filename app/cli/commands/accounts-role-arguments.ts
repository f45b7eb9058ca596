import { type GrantedRole, grantedRoles } from "#app/features/access/granted-roles.ts";
import { findPersonByEmployeeId, type Person } from "#app/features/people/find-person.server.ts";
import type { Handle } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { type CommandInput, UsageError } from "../command.ts";

export function readRole(values: CommandInput["values"]): GrantedRole {
  const role = grantedRoles.find((one) => one === values.role);
  if (!role) throw new UsageError(`Name the role: --role ${grantedRoles.join(" or --role ")}.`);
  return role;
}

export async function getPersonByEmployeeId(handle: Handle, employeeId: string): Promise<Person> {
  const person = await findPersonByEmployeeId(handle, employeeId);
  if (person) return person;
  throw new AppError("not-found", `Nobody has the employee id ${employeeId}. "cleared people add" adds staff.`);
}
