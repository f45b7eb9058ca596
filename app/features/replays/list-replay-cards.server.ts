import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { replayMinutes } from "../programs/assemble-replays.ts";
import { listWatchings } from "./list-watchings.server.ts";
import { type ReplayProgress, replayProgress } from "./replay-progress.ts";

export type ReplayCard = {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  /** Address of the picture. */
  poster: string | null;
  progress: ReplayProgress;
};

/** What a list of replays shows, in their order. `progress.complete` says that one is done. */
export async function listReplayCards(given: { db: Database; clock: Clock; personId: string }): Promise<ReplayCard[]> {
  const replays = await listWatchings(given);
  return replays.map(({ id, title, summary, durationSeconds, poster, begun, checkpointsLeft, ...replay }) => ({
    id,
    title,
    summary,
    minutes: replayMinutes(durationSeconds),
    poster: poster && paths.replayMedia(id, poster),
    progress: replayProgress(replay, { ...replay, begun, questionsLeft: checkpointsLeft.length }),
  }));
}
