import type { Clock } from "#app/platform/clock.ts";
import type { Database, Handle, WatchBeat } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { boundedCache } from "../programs/bounded-cache.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { getReplay } from "../programs/get-replay.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { isOver, type WatchRules } from "./believe-beat.ts";
import { completeReplay } from "./complete-replay.server.ts";
import type { Watching } from "./find-watching.server.ts";
import { replayLength } from "./replay-media.ts";
import { sessionWithWatching, type WatchSession } from "./session-with-watching.server.ts";
import { storeWatched } from "./store-watched.server.ts";
import { type BeatAnswer, takeBeats, type Watched } from "./take-beats.ts";
import { watchedState } from "./watched-state.ts";

export type BeatsAnswer = {
  /** In the order of the beats that were sent. One that is `ahead` waits here and need not be sent again. */
  beats: BeatAnswer[];
  /** The person plays elsewhere now, or this page is half a day old: stop, and offer to go on here. */
  sessionEnded: boolean;
  /** Milliseconds of the replay. */
  furthest: number;
  /** 0–1 of the whole. */
  share: number;
  /** Ids of mandatory chapters that are not watched whole. */
  chaptersNeeded: string[];
  complete: boolean;
};

/**
 * Takes one or many beats of a session, in any order and as often as they are sent; what is believed is stored when this
 * resolves, and completes the replay when it was the last of it. Throws not-found for a session of somebody else.
 */
export async function recordBeats(given: {
  db: Database;
  clock: Clock;
  personId: string;
  replayId: string;
  sessionId: string;
  beats: readonly WatchBeat[];
}): Promise<BeatsAnswer> {
  const { db, clock, personId, replayId, sessionId, beats } = given;
  const scope = { personId, replayId, sessionId };
  const releaseId = releaseOf.get(db, sessionId) ?? (await getSession(db.read, scope)).session.releaseId;
  releaseOf.set(db, sessionId, releaseId);
  const replay = await getReplay(db, releaseId, replayId);
  const release = await getRelease(db, releaseId);
  return db.write(
    async (tx) => {
      const stored = await getSession(tx, scope);
      const now = clock.now();
      const { watched, answers } = takeBeats({
        watched: watchedOf(stored),
        beats,
        rules: rulesOf(replay, stored),
        now,
      });
      const watching = await storeWatched(tx, { ...stored, watched, now });
      const complete = await completeReplay(tx, { watching, replay, release, now });
      const { furthest, segments } = watched;
      const { share, chaptersNeeded } = watchedState(replay, { segments, answered: new Set() });
      const sessionEnded = isOver(stored.session, now);
      return { beats: answers, sessionEnded, furthest, share, chaptersNeeded, complete };
    },
    { person: personId },
  );
}

/** A session keeps its release. Whose it is, the write asks each time. */
const releaseOf = boundedCache<string>(20_000);

type Stored = { session: WatchSession; watching: Watching };

async function getSession(
  handle: Handle,
  scope: { personId: string; replayId: string; sessionId: string },
): Promise<Stored> {
  const [found] = await sessionWithWatching(handle, scope);
  if (found) return found;
  throw new AppError("not-found", "This page's session is not known here. Open the replay again to go on.");
}

function watchedOf({ session, watching }: Stored): Watched {
  const { startedAt, endedAt, log } = session;
  const { furthest, overdraft, segments, position } = watching;
  return { startedAt, endedAt, log, furthest, overdraft, segments, position };
}

function rulesOf(replay: Replay, { watching }: Stored): WatchRules {
  const firstView = watching.completedAt === null;
  const { maximumRate, hiddenTabCounts } = replay;
  return { length: replayLength(replay), maximumRate, firstView, hiddenTabCounts };
}
