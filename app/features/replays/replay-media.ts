import type { Replay } from "../programs/release-content.ts";

/**
 * Names the recording itself. What was watched belongs to it and not to a release: another title or another question
 * leaves the seconds watched as they are, another recording begins anew.
 */
export function replayMedia({ source, sourceHash, durationSeconds }: Replay): string {
  return sourceHash ?? `${"url" in source ? source.url : source.file} ${durationSeconds}`;
}

/** The length in milliseconds. */
export function replayLength({ durationSeconds }: Pick<Replay, "durationSeconds">): number {
  return toMs(durationSeconds);
}

/** Times of a replay are in seconds, everything that is measured in whole milliseconds. */
export function toMs(seconds: number): number {
  return Math.round(seconds * 1000);
}
