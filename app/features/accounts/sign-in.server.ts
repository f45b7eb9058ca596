import type { AppContext } from "#app/platform/app-context.ts";
import { findAccount } from "./find-account.server.ts";
import { openSession } from "./open-session.server.ts";
import { passwordMatches } from "./password.server.ts";
import { forgiveSignIn, spendSignIn } from "./sign-in-throttle.server.ts";

export type SignIn = { login: string; password: string; address: string; presentedSession: string | null };

/**
 * Checks a password and opens a new session; the session that the browser came with ends. Null for a wrong name or a
 * wrong password, without telling which. Throws `too-many-requests`.
 */
export async function signIn(app: AppContext, { login, password, address, presentedSession }: SignIn) {
  const account = await findAccount(app.db.read, { login, now: app.clock.now() });
  // An unknown name is counted under itself: the answer must not differ from that for a known one.
  const who = account?.personId ?? login.trim().toLowerCase().slice(0, 100);
  await spendSignIn(app, { account: who, address });
  if (!(await passwordMatches(account?.passwordHash ?? null, password)) || !account) return null;
  await forgiveSignIn(app, { account: who, address });
  const { cookie } = await openSession(app, { personId: account.personId, presentedSession });
  return { cookie, mustChange: account.mustChange };
}
