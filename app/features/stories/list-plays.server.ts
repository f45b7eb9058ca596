import { and, asc, eq, isNotNull } from "drizzle-orm";
import { type Handle, storyPlays } from "#app/platform/db.server.ts";
import type { StoryPlay } from "./find-open-play.server.ts";

export type EndedPlay = StoryPlay & { endedAt: number; endingId: string };

/** The plays of a story that a person has brought to an end, in every registration, in the order of their ends. */
export async function listPlays(
  handle: Handle,
  { personId, storyId }: { personId: string; storyId: string },
): Promise<EndedPlay[]> {
  const plays = await handle
    .select()
    .from(storyPlays)
    .where(and(eq(storyPlays.personId, personId), eq(storyPlays.storyId, storyId), isNotNull(storyPlays.endedAt)))
    .orderBy(asc(storyPlays.endedAt), asc(storyPlays.id));
  return plays.filter(hasEnded);
}

export function hasEnded(play: StoryPlay): play is EndedPlay {
  return play.endedAt !== null && play.endingId !== null;
}
