import type { Replay } from "../programs/release-content.ts";
import { replayLength } from "./replay-media.ts";
import { watchLimits } from "./watch-limits.ts";

/** Where it stopped, in milliseconds; from the start again when that was the end. */
export function resumePoint(replay: Pick<Replay, "durationSeconds">, { position }: { position: number }): number {
  return position >= replayLength(replay) - watchLimits.chapterSlack ? 0 : position;
}
