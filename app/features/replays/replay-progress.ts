import type { Replay } from "../programs/release-content.ts";
import type { WatchedState } from "./watched-state.ts";

/** How far somebody is with a replay, and what is still needed: the facts of one honest sentence. */
export type ReplayProgress = {
  begun: boolean;
  complete: boolean;
  /** Of the whole, 0–1; how much is needed is `threshold`. */
  share: number;
  threshold: number;
  /** Numbers of mandatory chapters that are not watched whole, counted from 1. */
  chaptersNeeded: number[];
  questionsLeft: number;
};

export function replayProgress(
  { chapters, threshold }: { chapters: readonly { id: string }[] } & Pick<Replay, "threshold">,
  state: Pick<WatchedState, "share" | "chaptersNeeded" | "complete"> & { questionsLeft: number; begun: boolean },
): ReplayProgress {
  const { share, complete, questionsLeft, begun } = state;
  const chaptersNeeded = state.chaptersNeeded.map((id) => chapters.findIndex((chapter) => chapter.id === id) + 1);
  return { begun, complete, share, threshold, chaptersNeeded, questionsLeft };
}

/** Whole per cent, never rounded up: what is not whole is not 100 %. */
export function wholePercent(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}
