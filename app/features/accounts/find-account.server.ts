import { and, eq, or } from "drizzle-orm";
import { accounts, type Handle, people } from "#app/platform/db.server.ts";
import { foldEmail } from "../people/fold-email.ts";
import { isHere } from "../people/is-here.server.ts";

export type Account = { personId: string; passwordHash: string; mustChange: boolean };

/**
 * The account that a person names by employee id, external id or e-mail address. Null for nobody, for someone who has
 * left, and for an address that two people share: such people sign in by their id.
 */
export async function findAccount(
  handle: Handle,
  { login, now }: { login: string; now: number },
): Promise<Account | null> {
  const name = login.trim().normalize("NFC");
  const rows = await handle
    .select({ personId: people.id, passwordHash: accounts.passwordHash, mustChange: accounts.mustChange })
    .from(people)
    .innerJoin(accounts, eq(accounts.personId, people.id))
    .where(
      and(
        isHere(now),
        name.includes("@")
          ? eq(people.emailKey, foldEmail(name))
          : or(eq(people.employeeId, name), eq(people.externalId, name)),
      ),
    )
    .limit(2);
  return rows.length === 1 ? (rows[0] ?? null) : null;
}
