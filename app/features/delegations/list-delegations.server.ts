import { and, desc, eq, gt, isNull, lte } from "drizzle-orm";
import { type Handle, people, teamDelegations } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";
import { isHere } from "../people/is-here.server.ts";
import { delegationState } from "./delegation-period.ts";

const names = {
  employeeId: people.employeeId,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
};

/** Everybody whom a manager has ever named, the latest first. */
export async function listDelegations(handle: Handle, { managerId, now }: { managerId: string; now: number }) {
  const rows = await handle
    .select({ delegation: teamDelegations, delegate: names })
    .from(teamDelegations)
    .innerJoin(people, eq(people.id, teamDelegations.delegateId))
    .where(eq(teamDelegations.managerId, managerId))
    .orderBy(desc(teamDelegations.createdAt), desc(teamDelegations.id));
  return rows.map(({ delegation: { id, validFrom, validUntil, reason, endedAt }, delegate }) => ({
    ...{ id, validFrom, validUntil, reason, endedAt },
    state: delegationState({ validFrom, validUntil, endedAt }, now),
    name: fullName(delegate),
    employeeId: delegate.employeeId ?? "",
  }));
}

export type StandIn = { employeeId: string; name: string; validUntil: number };

/**
 * The managers in whose place somebody may look now. A manager who has left is not among them, nor whoever that manager
 * stands in for: what one is allowed cannot be passed on.
 */
export async function listStandIns(
  handle: Handle,
  { personId, now }: { personId: string; now: number },
): Promise<StandIn[]> {
  const rows = await handle
    .select({ validUntil: teamDelegations.validUntil, manager: names })
    .from(teamDelegations)
    .innerJoin(people, eq(people.id, teamDelegations.managerId))
    .where(
      and(
        ...[eq(teamDelegations.delegateId, personId), isNull(teamDelegations.endedAt)],
        ...[lte(teamDelegations.validFrom, now), gt(teamDelegations.validUntil, now)],
        isHere(now),
      ),
    )
    .orderBy(people.familyName, people.id, desc(teamDelegations.validUntil));
  const found = new Map<string, StandIn>();
  for (const { validUntil, manager } of rows) {
    const { employeeId } = manager;
    if (employeeId !== null && !found.has(employeeId))
      found.set(employeeId, { employeeId, name: fullName(manager), validUntil });
  }
  return [...found.values()];
}
