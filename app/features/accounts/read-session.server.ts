import type { AppContext } from "#app/platform/app-context.ts";
import { type Person, sessionKeeper } from "./session-keeper.server.ts";

/** The session id that a request's cookie presents, whether or not it is valid. */
export function presentedSession(app: AppContext, request: Request): string | null {
  return sessionKeeper(app).readSessionCookie(request.headers.get("cookie") ?? "");
}

/** The person who is signed in, or null. */
export async function readSession(
  app: AppContext,
  request: Request,
): Promise<{ person: Person; mustChangePassword: boolean } | null> {
  const id = presentedSession(app, request);
  if (!id) return null;
  const { user } = await sessionKeeper(app).validateSession(id);
  return user && { person: user.person, mustChangePassword: user.mustChangePassword };
}
