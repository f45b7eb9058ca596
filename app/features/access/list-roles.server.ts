import { and, eq, gt, isNull, or } from "drizzle-orm";
import { type Handle, people, roleGrants } from "#app/platform/db.server.ts";
import type { Role } from "./roles.ts";

type Subject = { id: string; kind: "rep" | "partner" | "staff"; employeeId: string | null };

/** A person's roles now: by kind, by having reports, and by grant. */
export async function listRoles(handle: Handle, { person, now }: { person: Subject; now: number }): Promise<Role[]> {
  const roles: Role[] = person.kind === "staff" ? [] : [person.kind];
  const grants = await handle
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, person.id), isNull(roleGrants.revokedAt)));
  if (person.employeeId !== null) {
    const [report] = await handle
      .select({ id: people.id })
      .from(people)
      .where(and(eq(people.managerEmployeeId, person.employeeId), or(isNull(people.leftAt), gt(people.leftAt, now))))
      .limit(1);
    if (report) roles.push("manager");
  }
  return [...roles, ...grants.map((grant) => grant.role)];
}
