import type { AppContext } from "#app/platform/app-context.ts";
import { sessionKeeper } from "./session-keeper.server.ts";

/** Opens a new session for somebody who has just shown who they are; the session that the browser came with ends. */
export async function openSession(
  app: AppContext,
  { personId, presentedSession }: { personId: string; presentedSession: string | null },
): Promise<{ cookie: string }> {
  const keeper = sessionKeeper(app);
  if (presentedSession) await keeper.invalidateSession(presentedSession);
  const session = await keeper.createSession(personId, {});
  return { cookie: keeper.createSessionCookie(session.id).serialize() };
}
