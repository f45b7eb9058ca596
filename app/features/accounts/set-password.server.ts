import { eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { accounts, sessions } from "#app/platform/db.server.ts";
import { hashPassword } from "./password.server.ts";

/** Sets a password and ends every session of the person. `mustChange` when someone else chose it. */
export async function setPassword(
  { db, clock }: AppContext,
  { personId, password, mustChange }: { personId: string; password: string; mustChange: boolean },
): Promise<void> {
  const passwordHash = await hashPassword(password);
  await db.write(
    async (tx) => {
      const account = { passwordHash, mustChange, changedAt: clock.now() };
      await tx
        .insert(accounts)
        .values({ personId, ...account })
        .onConflictDoUpdate({ target: accounts.personId, set: account });
      await tx.delete(sessions).where(eq(sessions.personId, personId));
    },
    { person: personId },
  );
}
