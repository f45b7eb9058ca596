import { and, eq, sql } from "drizzle-orm";
import { watchings, watchSessions } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";

export type WatchSession = typeof watchSessions.$inferSelect;

// Asked twice for every beat.
export const sessionWithWatching = prepareOnce("session_with_watching", (handle) =>
  handle
    .select({ session: watchSessions, watching: watchings })
    .from(watchSessions)
    .innerJoin(
      watchings,
      and(
        eq(watchings.personId, watchSessions.personId),
        eq(watchings.replayId, watchSessions.replayId),
        eq(watchings.media, watchSessions.media),
      ),
    )
    .where(
      and(
        eq(watchSessions.id, sql.placeholder("sessionId")),
        eq(watchSessions.personId, sql.placeholder("personId")),
        eq(watchSessions.replayId, sql.placeholder("replayId")),
      ),
    ),
);
