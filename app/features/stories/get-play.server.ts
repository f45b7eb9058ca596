import { and, eq } from "drizzle-orm";
import { type Handle, storyPlays } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { StoryPlay } from "./find-open-play.server.ts";

/** A person's own play. Throws not-found, also for somebody else's. */
export async function getPlay(
  handle: Handle,
  { personId, playId }: { personId: string; playId: string },
): Promise<StoryPlay> {
  const [play] = await handle
    .select()
    .from(storyPlays)
    .where(and(eq(storyPlays.id, playId), eq(storyPlays.personId, personId)));
  if (play) return play;
  throw new AppError("not-found", "You have no such play of the story. Open the story from the program page.");
}
