import type { AppContext } from "#app/platform/app-context.ts";
import { confirmPassword } from "./confirm-password.server.ts";
import { sessionKeeper } from "./session-keeper.server.ts";
import { setPassword } from "./set-password.server.ts";

/**
 * Changes a person's own password. Every session ends, here and elsewhere, and a new one is opened for this browser.
 * Null when the current password is wrong.
 */
export async function changePassword(
  app: AppContext,
  { personId, current, next, address }: { personId: string; current: string; next: string; address: string },
): Promise<{ cookie: string } | null> {
  if (!(await confirmPassword(app, { personId, password: current, address }))) return null;
  await setPassword(app, { personId, password: next, mustChange: false });
  const keeper = sessionKeeper(app);
  const session = await keeper.createSession(personId, {});
  return { cookie: keeper.createSessionCookie(session.id).serialize() };
}
