import type { Segment, WatchBeat } from "#app/platform/db.server.ts";
import { believeBeat, type Disbelief, type WatchRules, type WatchState } from "./believe-beat.ts";
import { mergeSegments } from "./merge-segments.ts";
import { watchLimits } from "./watch-limits.ts";

/** `position` is where it stopped last. */
export type Watched = WatchState & { segments: Segment[]; position: number };

export type BeatAnswer = { seq: number; believed: true } | { seq: number; believed: false; reason: Disbelief };

/**
 * Takes beats in any order. One that begins past the furthest point waits in the session, for the one before it may only
 * be late. The answers stand in the order of the beats.
 */
export function takeBeats(given: { watched: Watched; beats: readonly WatchBeat[]; rules: WatchRules; now: number }): {
  watched: Watched;
  answers: BeatAnswer[];
} {
  const { rules, now, beats } = given;
  let watched = given.watched;
  const believed = new Set<WatchBeat>();
  const refused = new Map<WatchBeat, Disbelief>();
  let left = [...watched.log.waiting, ...beats].sort((a, b) => a.seq - b.seq);
  for (let taken = -1; taken !== believed.size; ) {
    taken = believed.size;
    left = left.filter((beat) => {
      const belief = believeBeat({ state: watched, beat, rules, now });
      if (belief.believed) {
        watched = withBelief(watched, beat, belief);
        believed.add(beat);
        return false;
      }
      refused.set(beat, belief.reason);
      return belief.reason === "ahead";
    });
  }
  // Of a stretch, the newest beat tells all of it.
  const newest = new Map(left.map((beat) => [beat.stretch, beat]));
  const waiting = [...newest.values()].slice(-watchLimits.waitingBeats);
  const answers = beats.map((beat): BeatAnswer => {
    const { seq } = beat;
    return believed.has(beat)
      ? { seq, believed: true }
      : { seq, believed: false, reason: refused.get(beat) ?? "impossible" };
  });
  if (watched.log.waiting.length > 0 || waiting.length > 0) watched = { ...watched, log: { ...watched.log, waiting } };
  return { watched, answers };
}

function withBelief(
  watched: Watched,
  beat: WatchBeat,
  belief: { segment: Segment } & Pick<Watched, "log" | "overdraft">,
) {
  const { segment, log, overdraft } = belief;
  const isNewest = log.stretches.at(-1)?.stretch === beat.stretch;
  return {
    ...watched,
    log,
    overdraft,
    segments: mergeSegments(watched.segments, [segment]),
    furthest: Math.max(watched.furthest, beat.position),
    position: isNewest ? beat.position : watched.position,
  };
}
