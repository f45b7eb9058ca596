import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, watchings } from "#app/platform/db.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { listCheckpointAnswers } from "./read-checkpoint-answers.server.ts";
import { replayMedia } from "./replay-media.ts";
import { stateOfCompleted, type WatchedState, watchedState } from "./watched-state.ts";

export type ListedReplay = WatchedState &
  Pick<Replay, "id" | "title" | "summary" | "durationSeconds" | "poster" | "chapters" | "threshold"> & {
    /** Opened at least once. */
    begun: boolean;
    completedAt: number | null;
  };

/** The replays of the release that the person works with, and how far they have watched each. */
export async function listWatchings(given: { db: Database; clock: Clock; personId: string }): Promise<ListedReplay[]> {
  const { db, clock, personId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const replays = await listReplays(db, release.id);
  const seen = await db.read.select().from(watchings).where(eq(watchings.personId, personId));
  const answers = await listCheckpointAnswers(db.read, personId);
  return replays.map((replay) => {
    const media = replayMedia(replay);
    const ofReplay = (one: { replayId: string; media: string }) => one.replayId === replay.id && one.media === media;
    const watching = seen.find(ofReplay);
    const answered = new Set(answers.filter(ofReplay).map(({ checkpointId }) => checkpointId));
    const { id, title, summary, durationSeconds, poster, chapters, threshold } = replay;
    const completedAt = watching?.completedAt ?? null;
    const state = watchedState(replay, { segments: watching?.segments ?? [], answered });
    return {
      ...(completedAt === null ? state : stateOfCompleted(state)),
      ...{ id, title, summary, durationSeconds, poster, chapters, threshold },
      begun: watching !== undefined,
      completedAt,
    };
  });
}
