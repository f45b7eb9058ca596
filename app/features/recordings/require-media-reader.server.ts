import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { listRoles } from "../access/list-roles.server.ts";
import { isAllowed } from "../access/roles.ts";
import { readSession } from "../accounts/read-session.server.ts";
import type { Person } from "../accounts/session-keeper.server.ts";

/**
 * Who asks for a file of a replay, by the cookie of the request. Throws `not-signed-in` and `not-allowed`: a player can
 * do nothing with a redirect to the sign-in page.
 */
export async function requireMediaReader(app: AppContext, cookie: string | undefined): Promise<{ person: Person }> {
  const request = new Request(app.env.origin, { headers: cookie === undefined ? {} : { cookie } });
  const session = await readSession(app, request);
  if (!session) throw new AppError("not-signed-in", "Sign in to watch replays.");
  if (session.mustChangePassword) throw new AppError("not-allowed", "Choose a password of your own first.");
  const { person } = session;
  const roles = await listRoles(app.db.read, { person, now: app.clock.now() });
  if (!isAllowed(roles, "replays:watch")) throw new AppError("not-allowed", "Replays are for other roles than yours.");
  return { person };
}
