import { inArray } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";

type Asked = { personIds: readonly string[]; managerEmployeeId: string };

/** Of some people those who are below a manager now, at any depth: a few queries for all of them. Ends in a loop too. */
export async function findBelow(handle: Handle, { personIds, managerEmployeeId }: Asked): Promise<Set<string>> {
  const rows = await handle
    .select({ id: people.id, manager: people.managerEmployeeId })
    .from(people)
    .where(inArray(people.id, [...personIds]));
  const managerOf = new Map<string, string | null>();
  let open = unknown(rows.map(({ manager }) => manager));
  while (open.length > 0) {
    for (const employeeId of open) managerOf.set(employeeId, null);
    const above = await handle
      .select({ employeeId: people.employeeId, manager: people.managerEmployeeId })
      .from(people)
      .where(inArray(people.employeeId, open));
    for (const { employeeId, manager } of above) managerOf.set(employeeId ?? "", manager);
    open = unknown(above.map(({ manager }) => manager));
  }
  return new Set(rows.flatMap(({ id, manager }) => (leadsTo(manager) ? [id] : [])));

  function unknown(managers: readonly (string | null)[]): string[] {
    return [...new Set(managers.filter((one) => one !== null))].filter((one) => !managerOf.has(one));
  }

  function leadsTo(from: string | null): boolean {
    const seen = new Set<string>();
    for (let one = from; one !== null && !seen.has(one); one = managerOf.get(one) ?? null) {
      if (one === managerEmployeeId) return true;
      seen.add(one);
    }
    return false;
  }
}
