import { json, redirect } from "@remix-run/node";
import { startWatching } from "#app/features/replays/start-watching.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";

/** Whoever opens the address itself is on the way to the replay. */
export const loader = pageLoader("replays:watch", async ({ params }) => redirect(paths.replay(params.replayId ?? "")));

/** A player begins to play here, and nowhere else any more. */
export const action = pageAction("replays:watch", async ({ app, viewer, params }) =>
  json(await startWatching({ ...app, personId: viewer.person.id, replayId: params.replayId ?? "" })),
);
