import type { Segment } from "#app/platform/db.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { replayLength, toMs } from "./replay-media.ts";
import { isCovered } from "./watched-state.ts";

export type TranscriptSection = {
  /** Counts from 1. */
  number: number;
  /** In milliseconds of the replay, as is `end`. */
  start: number;
  end: number;
  text: string[];
  /** The checkpoint that is asked after it. */
  checkpointId: string | null;
  /** Watched or read. */
  done: boolean;
};

type Readable = Pick<Replay, "durationSeconds" | "cues" | "checkpoints">;

/** The transcript from checkpoint to checkpoint: what a person reads who does not watch. A cue stands where it begins. */
export function transcriptSections(replay: Readable, segments: readonly Segment[]): TranscriptSection[] {
  const length = replayLength(replay);
  const checkpoints = [...replay.checkpoints].sort((a, b) => a.at - b.at);
  const ends = checkpoints.map(({ id, at }) => ({
    end: Math.min(toMs(at), length),
    checkpointId: id as string | null,
  }));
  if ((ends.at(-1)?.end ?? 0) < length) ends.push({ end: length, checkpointId: null });
  return ends.map(({ end, checkpointId }, place) => {
    const start = ends[place - 1]?.end ?? 0;
    const isLast = place === ends.length - 1;
    const text = replay.cues
      .filter((cue) => toMs(cue.start) >= start && (toMs(cue.start) < end || isLast))
      .map((cue) => cue.text);
    return { number: place + 1, start, end, text, checkpointId, done: isCovered(segments, [start, end]) };
  });
}

/** The section before this one must be done, and the question after that one answered. */
export function mayReadSection(
  sections: readonly TranscriptSection[],
  { number, answered }: { number: number; answered: ReadonlySet<string> },
): boolean {
  const before = sections.slice(0, number - 1);
  return before.every(({ done, checkpointId }) => done && (checkpointId === null || answered.has(checkpointId)));
}
