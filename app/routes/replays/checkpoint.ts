import { json, redirect } from "@remix-run/node";
import { answerCheckpoint } from "#app/features/replays/answer-checkpoint.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";

/** Whoever opens the address itself is on the way to the replay. */
export const loader = pageLoader("replays:watch", async ({ params }) => redirect(paths.replay(params.replayId ?? "")));

/** The answer to a question that a player has asked. */
export const action = pageAction("replays:watch", async ({ app, viewer, params, form }) =>
  json(
    await answerCheckpoint({
      ...app,
      personId: viewer.person.id,
      replayId: params.replayId ?? "",
      checkpointId: params.checkpointId ?? "",
      choice: String(form.get("choice") ?? ""),
    }),
  ),
);
