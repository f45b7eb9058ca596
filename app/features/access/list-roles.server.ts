import { and, eq, exists, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { type Handle, people, roleGrants, teamDelegations } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import { isHere } from "../people/is-here.server.ts";
import type { Role } from "./roles.ts";

// Asked for every page, so that all of it is one query.
const rolesByReports = prepareOnce("roles_by_reports", (handle) => {
  const now = sql.placeholder("now");
  const personId = sql.placeholder("personId");
  const report = handle
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.managerEmployeeId, sql.placeholder("employeeId")), isHere(now)));
  const standIn = handle
    .select({ id: teamDelegations.id })
    .from(teamDelegations)
    .innerJoin(people, eq(people.id, teamDelegations.managerId))
    .where(
      and(
        ...[eq(teamDelegations.delegateId, personId), isNull(teamDelegations.endedAt), isHere(now)],
        ...[lte(teamDelegations.validFrom, now), gt(teamDelegations.validUntil, now)],
      ),
    );
  const granted = handle
    .select({ role: sql<Role>`${roleGrants.role}` })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isNull(roleGrants.revokedAt)));
  const roleIf = (role: Role, known: typeof report | typeof standIn) =>
    handle
      .select({ role: sql<Role>`cast(${sql.raw(`'${role}'`)} as text)` })
      .from(people)
      .where(and(eq(people.id, personId), isNotNull(people.employeeId), exists(known)));
  return roleIf("manager", report).unionAll(roleIf("team_delegate", standIn)).unionAll(granted);
});

type Subject = { id: string; kind: "rep" | "partner" | "staff"; employeeId: string | null };

/** A person's roles now: by kind, by having reports, by standing in for a manager, and by grant. */
export async function listRoles(handle: Handle, { person, now }: { person: Subject; now: number }): Promise<Role[]> {
  const roles: Role[] = person.kind === "staff" ? [] : [person.kind];
  const { id: personId, employeeId } = person;
  const found = await rolesByReports(handle, { personId, employeeId, now });
  return [...roles, ...found.map(({ role }) => role)];
}
