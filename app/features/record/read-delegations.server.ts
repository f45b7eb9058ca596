import { asc, eq, inArray, or } from "drizzle-orm";
import { type Database, people, teamDelegations } from "#app/platform/db.server.ts";
import { fullName } from "../people/full-name.ts";

/** Who stood in for the person, and for whom the person stood in, oldest first. */
export async function readDelegations(db: Database, personId: string) {
  const rows = await db.read
    .select()
    .from(teamDelegations)
    .where(or(eq(teamDelegations.managerId, personId), eq(teamDelegations.delegateId, personId)))
    .orderBy(asc(teamDelegations.createdAt), asc(teamDelegations.id));
  const ids = rows.map(({ managerId, delegateId }) => (managerId === personId ? delegateId : managerId));
  const others = await db.read.select().from(people).where(inArray(people.id, ids));
  const names = new Map(others.map((one) => [one.id, fullName(one)]));
  return rows.map(({ managerId, delegateId, ...row }) => ({
    ...row,
    own: managerId === personId,
    other: names.get(managerId === personId ? delegateId : managerId) ?? "",
  }));
}
