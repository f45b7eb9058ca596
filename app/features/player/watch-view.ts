import type { Segment } from "#app/platform/db.server.ts";

/** What a page shows of the watching that goes on in it. Milliseconds of the replay. */
export type WatchView = {
  /** Why the replay does not play here, if there is a reason. */
  stopped: "elsewhere" | "signed-out" | "refused" | "unreachable" | null;
  /** Something that was watched could not be reported yet. */
  offline: boolean;
  /** What the player did by itself last, to be told once. */
  remark: "held" | "recovered" | "paused" | null;
  firstView: boolean;
  /** As far as a seek may go on the first view. */
  furthest: number;
  /** Merged: reported, and still to be reported. */
  segments: Segment[];
  share: number;
  chaptersNeeded: string[];
  answered: ReadonlySet<string>;
  complete: boolean;
  /** The question that is to be asked before the replay goes on. */
  due: string | null;
};

/** What the server says when the page is opened. */
export type WatchStart = Omit<WatchView, "stopped" | "offline" | "remark" | "due" | "answered"> & {
  answered: string[];
  resumeAt: number;
};

export type WatchedReplay = {
  id: string;
  length: number;
  maximumRate: number;
  hiddenTabCounts: boolean;
  checkpoints: readonly { id: string; at: number }[];
};

export function viewAtStart({ resumeAt: _, answered, ...start }: WatchStart): WatchView {
  return { ...start, answered: new Set(answered), stopped: null, offline: false, remark: null, due: null };
}
