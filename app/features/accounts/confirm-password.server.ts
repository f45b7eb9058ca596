import { eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { accounts } from "#app/platform/db.server.ts";
import { passwordMatches } from "./password.server.ts";
import { forgiveSignIn, spendSignIn } from "./sign-in-throttle.server.ts";

/** Whether it is really the person who sits there: asked before a signature and before a new password. Throttled as a sign-in. */
export async function confirmPassword(
  app: AppContext,
  { personId, password, address }: { personId: string; password: string; address: string },
): Promise<boolean> {
  await spendSignIn(app, { account: personId, address });
  const [account] = await app.db.read
    .select({ passwordHash: accounts.passwordHash })
    .from(accounts)
    .where(eq(accounts.personId, personId));
  if (!(await passwordMatches(account?.passwordHash ?? null, password))) return false;
  await forgiveSignIn(app, { account: personId, address });
  return true;
}
