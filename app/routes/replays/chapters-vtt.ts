import { chaptersVtt } from "#app/features/replays/chapters-vtt.ts";
import { getReplayForPerson } from "#app/features/replays/get-replay-for-person.server.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";

/** The chapters of a replay, as its player reads them. */
export const loader = pageLoader("replays:watch", async ({ app, viewer, params }) => {
  const { replay } = await getReplayForPerson({
    ...app,
    personId: viewer.person.id,
    replayId: params.replayId ?? "",
  });
  return new Response(chaptersVtt(replay), {
    headers: { "content-type": "text/vtt; charset=utf-8", "cache-control": "private, no-cache" },
  });
});
