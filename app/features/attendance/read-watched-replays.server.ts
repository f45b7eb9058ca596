import { and, eq, isNotNull } from "drizzle-orm";
import { type Handle, watchings } from "#app/platform/db.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { replayMedia } from "../replays/replay-media.ts";

/** The ids of these replays of which a person has watched the recording. */
export async function readWatchedReplays(
  handle: Handle,
  { personId, replays }: { personId: string; replays: readonly Replay[] },
): Promise<Set<string>> {
  const watched = await handle
    .select({ replayId: watchings.replayId, media: watchings.media })
    .from(watchings)
    .where(and(eq(watchings.personId, personId), isNotNull(watchings.completedAt)));
  const done = replays.filter((replay) =>
    watched.some(({ replayId, media }) => replayId === replay.id && media === replayMedia(replay)),
  );
  return new Set(done.map(({ id }) => id));
}
