import type { Segment } from "#app/platform/db.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { coveredWithin } from "./merge-segments.ts";
import { replayLength, toMs } from "./replay-media.ts";
import { watchLimits } from "./watch-limits.ts";

export type WatchedState = {
  /** Of the whole replay, 0–1. */
  share: number;
  /** Ids of the mandatory chapters that are not watched whole. */
  chaptersNeeded: string[];
  /** Ids of the checkpoints without an answer, in their order. */
  checkpointsLeft: string[];
  /** Enough is watched: the share and every mandatory chapter. */
  covered: boolean;
  /** Covered, and every checkpoint answered. */
  complete: boolean;
};

type Watchable = Pick<Replay, "durationSeconds" | "chapters" | "checkpoints" | "threshold">;

/** What merged segments and answered checkpoints add up to. */
export function watchedState(
  replay: Watchable,
  { segments, answered }: { segments: readonly Segment[]; answered: ReadonlySet<string> },
): WatchedState {
  const length = replayLength(replay);
  const share = coveredWithin(segments, [0, length]) / length;
  const chaptersNeeded = replay.chapters
    .filter(({ mandatory, start, end }) => mandatory && !isCovered(segments, [toMs(start), toMs(end)]))
    .map(({ id }) => id);
  const checkpointsLeft = [...replay.checkpoints]
    .sort((a, b) => a.at - b.at)
    .flatMap(({ id }) => (answered.has(id) ? [] : [id]));
  const covered = share >= replay.threshold && chaptersNeeded.length === 0;
  return { share, chaptersNeeded, checkpointsLeft, covered, complete: covered && checkpointsLeft.length === 0 };
}

/** Once complete a replay stays so, also when a later release asks more of the same recording. */
export function stateOfCompleted(state: WatchedState): WatchedState {
  return { ...state, chaptersNeeded: [], checkpointsLeft: [], covered: true, complete: true };
}

/** Whether a chapter or section is watched, but for what a player may leave out at its edges. */
export function isCovered(segments: readonly Segment[], [start, end]: Segment): boolean {
  return coveredWithin(segments, [start, end]) >= end - start - Math.min(watchLimits.chapterSlack, (end - start) / 2);
}
