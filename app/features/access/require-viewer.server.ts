import { type AppLoadContext, redirect } from "@remix-run/node";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { readSession } from "../accounts/read-session.server.ts";
import type { Person } from "../accounts/session-keeper.server.ts";
import { listRoles } from "./list-roles.server.ts";
import { isAllowed, type Permission, type Role } from "./roles.ts";

export type Viewer = { person: Person; roles: Role[]; mustChangePassword: boolean };

const viewers = new WeakMap<AppLoadContext, Promise<Viewer | null>>();

type Asking = { context: AppLoadContext; request: Request };

/** Who looks, or null when nobody is signed in. Looked up once a request, however many loaders ask. */
export function findViewer({ context, request }: Asking): Promise<Viewer | null> {
  const known = viewers.get(context) ?? readViewer(context.app, request);
  viewers.set(context, known);
  return known;
}

async function readViewer(app: AppContext, request: Request): Promise<Viewer | null> {
  const session = await readSession(app, request);
  if (!session) return null;
  return { ...session, roles: await listRoles(app.db.read, { person: session.person, now: app.clock.now() }) };
}

/** As `findViewer`, for pages of one's own: someone with a password that somebody else chose is sent to change it. */
export async function findOwnViewer(asking: Asking): Promise<Viewer | null> {
  const viewer = await findViewer(asking);
  const { pathname } = new URL(asking.request.url);
  if (viewer?.mustChangePassword && pathname !== paths.password()) throw redirect(paths.password());
  return viewer;
}

/**
 * The first line of every loader and action behind the sign-in. Sends people who are not signed in to the sign-in page
 * and back. Throws `not-allowed` when none of the viewer's roles may.
 */
export async function requireViewer({ context, request }: Asking, permission: Permission): Promise<Viewer> {
  const viewer = await findOwnViewer({ context, request });
  if (!viewer) {
    const url = new URL(request.url);
    // A form that was posted cannot be posted again by a redirect; its page can be opened again.
    const query = new URLSearchParams({ next: url.pathname + (request.method === "GET" ? url.search : "") });
    throw redirect(`${paths.signIn()}?${query}`);
  }
  if (!isAllowed(viewer.roles, permission))
    throw new AppError("not-allowed", "This page is for other roles than yours.", {
      extra: leadsNobody(viewer, permission) ? { context: "team" } : {},
    });
  return viewer;
}

/** Whether it takes people of one's own to open a page, and the viewer may have had some: who lead a team come and go. */
function leadsNobody({ roles, person }: Viewer, permission: Permission): boolean {
  const forManagers = isAllowed(["manager"], permission) && !isAllowed(["rep"], permission);
  return forManagers && person.employeeId !== null && !isAllowed(roles, "team:read");
}
