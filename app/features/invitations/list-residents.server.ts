import { and, eq } from "drizzle-orm";
import { accounts, type Handle, people } from "#app/platform/db.server.ts";
import { isHere } from "../people/is-here.server.ts";
import type { Resident } from "./way-in.ts";

/** Who is here now with a folded address; two people may share one. */
export async function listResidents(
  handle: Handle,
  { addressKey, now }: { addressKey: string; now: number },
): Promise<Resident[]> {
  const rows = await handle
    .select({
      id: people.id,
      kind: people.kind,
      firmId: people.firmId,
      language: people.language,
      accountOf: accounts.personId,
    })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(and(eq(people.emailKey, addressKey), isHere(now)));
  return rows.map(({ accountOf, ...person }) => ({ ...person, hasAccount: accountOf !== null }));
}
