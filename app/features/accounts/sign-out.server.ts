import type { AppContext } from "#app/platform/app-context.ts";
import { sessionKeeper } from "./session-keeper.server.ts";

/** Ends the session that the browser presents; returns the cookie that clears it. */
export async function signOut(app: AppContext, presentedSession: string | null): Promise<string> {
  const keeper = sessionKeeper(app);
  if (presentedSession) await keeper.invalidateSession(presentedSession);
  return keeper.createBlankSessionCookie().serialize();
}
