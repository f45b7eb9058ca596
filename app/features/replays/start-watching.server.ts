import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, watchSessions } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { emptyLog } from "./believe-beat.ts";
import { ensureWatching } from "./find-watching.server.ts";
import { getReplayForPerson } from "./get-replay-for-person.server.ts";
import { resumePoint } from "./resume-point.ts";

export type StartedWatching = {
  /** Goes into every beat; its time counts from the moment this answer arrives. */
  sessionId: string;
  /** Milliseconds of the replay. */
  resumeAt: number;
  furthest: number;
  /** Until it is complete: no seeking past `furthest`, no higher rate than the replay's. */
  firstView: boolean;
};

/**
 * Opens a session that may play, and ends the one in which the person played before, here or on another device: what that
 * one has seen until now still counts when its beats arrive late. Throws not-found.
 */
export async function startWatching(given: {
  db: Database;
  clock: Clock;
  personId: string;
  replayId: string;
}): Promise<StartedWatching> {
  const { db, clock, personId, replayId } = given;
  const { replay, release, media } = await getReplayForPerson(given);
  return db.write(
    async (tx) => {
      const watching = await ensureWatching(tx, { personId, replayId, media, now: clock.now() });
      const ofPerson = and(eq(watchSessions.personId, personId), isNull(watchSessions.endedAt));
      const [open] = await tx.select({ startedAt: watchSessions.startedAt }).from(watchSessions).where(ofPerson);
      // Two sessions of one person never have the same time, whatever the clocks of two nodes say.
      const now = Math.max(clock.now(), open?.startedAt ?? 0);
      if (open) await tx.update(watchSessions).set({ endedAt: now }).where(ofPerson);
      const sessionId = newId();
      const session = { id: sessionId, personId, replayId, media, releaseId: release.id, startedAt: now };
      await tx.insert(watchSessions).values({ ...session, endedAt: null, lastBeatAt: null, log: emptyLog });
      const { furthest, completedAt } = watching;
      return { sessionId, resumeAt: resumePoint(replay, watching), furthest, firstView: completedAt === null };
    },
    { person: personId },
  );
}
