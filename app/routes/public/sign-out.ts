import { redirect } from "@remix-run/node";
import { presentedSession } from "#app/features/accounts/read-session.server.ts";
import { signOut } from "#app/features/accounts/sign-out.server.ts";
import { paths } from "#app/platform/paths.ts";
import { publicAction, publicLoader } from "#app/routes/page-handlers.server.ts";

export const loader = publicLoader(async () => redirect(paths.home()));

export const action = publicAction(async ({ app, request }) => {
  const cookie = await signOut(app, presentedSession(app, request));
  return redirect(paths.home(), { headers: { "Set-Cookie": cookie } });
});
