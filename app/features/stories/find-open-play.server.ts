import { and, eq, isNull } from "drizzle-orm";
import { type Handle, storyPlays } from "#app/platform/db.server.ts";

export type StoryPlay = typeof storyPlays.$inferSelect;

/** The play of a story that a person is in the middle of, in any registration: there is at most one. */
export async function findOpenPlay(
  handle: Handle,
  { personId, storyId }: { personId: string; storyId: string },
): Promise<StoryPlay | null> {
  const [play] = await handle
    .select()
    .from(storyPlays)
    .where(and(eq(storyPlays.personId, personId), eq(storyPlays.storyId, storyId), isNull(storyPlays.endedAt)));
  return play ?? null;
}
