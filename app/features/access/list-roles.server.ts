import { and, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { type Handle, people, roleGrants, teamDelegations } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import { isHere } from "../people/is-here.server.ts";
import type { Role } from "./roles.ts";

// Asked for every page.
const openGrants = prepareOnce("open_grants", (handle) =>
  handle
    .select({ role: roleGrants.role })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, sql.placeholder("personId")), isNull(roleGrants.revokedAt))),
);
const oneReport = prepareOnce("one_report", (handle) =>
  handle
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.managerEmployeeId, sql.placeholder("employeeId")), isHere(sql.placeholder("now"))))
    .limit(1),
);

const oneStandIn = prepareOnce("one_stand_in", (handle) =>
  handle
    .select({ id: teamDelegations.id })
    .from(teamDelegations)
    .innerJoin(people, eq(people.id, teamDelegations.managerId))
    .where(
      and(
        ...[eq(teamDelegations.delegateId, sql.placeholder("personId")), isNull(teamDelegations.endedAt)],
        lte(teamDelegations.validFrom, sql.placeholder("now")),
        gt(teamDelegations.validUntil, sql.placeholder("now")),
        isHere(sql.placeholder("now")),
      ),
    )
    .limit(1),
);

type Subject = { id: string; kind: "rep" | "partner" | "staff"; employeeId: string | null };

/** A person's roles now: by kind, by having reports, by standing in for a manager, and by grant. */
export async function listRoles(handle: Handle, { person, now }: { person: Subject; now: number }): Promise<Role[]> {
  const roles: Role[] = person.kind === "staff" ? [] : [person.kind];
  const grants = await openGrants(handle, { personId: person.id });
  if (person.employeeId !== null) {
    const [report] = await oneReport(handle, { employeeId: person.employeeId, now });
    if (report) roles.push("manager");
    const [standIn] = await oneStandIn(handle, { personId: person.id, now });
    if (standIn) roles.push("team_delegate");
  }
  return [...roles, ...grants.map((grant) => grant.role)];
}
