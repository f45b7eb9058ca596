import { and, eq, sql } from "drizzle-orm";
import { type Handle, watchings, watchSessions } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import type { Watching } from "./find-watching.server.ts";
import type { WatchSession } from "./session-with-watching.server.ts";
import type { Watched } from "./take-beats.ts";

/** A value of a prepared update, as the database takes it: JSON as its text. */
const given = (name: string) => sql`${sql.placeholder(name)}`;

// The two busiest writes there are.
const storeLog = prepareOnce("store_beat_log", (handle) =>
  handle
    .update(watchSessions)
    .set({ log: given("log"), lastBeatAt: given("now") })
    .where(eq(watchSessions.id, sql.placeholder("sessionId")))
    .returning({ id: watchSessions.id }),
);
const storeSeen = prepareOnce("store_watched", (handle) =>
  handle
    .update(watchings)
    .set({
      segments: given("segments"),
      furthest: given("furthest"),
      position: given("position"),
      overdraft: given("overdraft"),
      updatedAt: given("now"),
    })
    .where(
      and(
        eq(watchings.personId, sql.placeholder("personId")),
        eq(watchings.replayId, sql.placeholder("replayId")),
        eq(watchings.media, sql.placeholder("media")),
      ),
    )
    .returning({ personId: watchings.personId }),
);

/** Writes what has changed: beats that were known already change nothing. Answers the watching as it is then. */
export async function storeWatched(
  tx: Handle,
  change: { session: WatchSession; watching: Watching; watched: Watched; now: number },
): Promise<Watching> {
  const { session, watching, watched, now } = change;
  const { log, segments, furthest, position, overdraft } = watched;
  if (log !== session.log) await storeLog(tx, { sessionId: session.id, log: JSON.stringify(log), now });
  if (log.stretches === session.log.stretches) return watching;
  const seen = { segments, furthest, position, overdraft };
  const { personId, replayId, media } = watching;
  await storeSeen(tx, { personId, replayId, media, ...seen, segments: JSON.stringify(segments), now });
  return { ...watching, ...seen, updatedAt: now };
}
