import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { getReplay } from "../programs/get-replay.server.ts";
import type { Release, Replay } from "../programs/release-content.ts";
import { replayMedia } from "./replay-media.ts";

export type ReplayForPerson = { release: Release; replay: Replay; media: string };

/** A replay of the release that the person works with now. Throws not-found. */
export async function getReplayForPerson(given: {
  db: Database;
  clock: Clock;
  personId: string;
  replayId: string;
}): Promise<ReplayForPerson> {
  const { db, clock, personId, replayId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const replay = await getReplay(db, release.id, replayId);
  return { release, replay, media: replayMedia(replay) };
}
