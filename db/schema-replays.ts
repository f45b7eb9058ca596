import { sql } from "drizzle-orm";
import { count, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type { BeatLog, Segment } from "./json-shapes.ts";
import { people, releases } from "./schema.ts";

/**
 * What a person has seen of a recording: the union of the believed parts. Not evidence; that is written when everything
 * is there. `media` names the recording, so that a release which leaves it as it was takes nothing away.
 */
export const watchings = table(
  "watchings",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    replayId: text().notNull(),
    media: text().notNull(),
    segments: json<Segment[]>().notNull(),
    /** The first view cannot seek beyond this; milliseconds of the replay, as is `position`. */
    furthest: count().notNull(),
    /** Where it stopped. */
    position: count().notNull(),
    /** Milliseconds by which reports ran ahead of the clock and have not fallen back. */
    overdraft: count().notNull(),
    updatedAt: moment().notNull(),
    completedAt: moment(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.replayId, t.media] })],
);

/** One page that plays a replay, from when it was opened until the person plays elsewhere. */
export const watchSessions = table(
  "watch_sessions",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    replayId: text().notNull(),
    media: text().notNull(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    startedAt: moment().notNull(),
    endedAt: moment(),
    lastBeatAt: moment(),
    log: json<BeatLog>().notNull(),
  },
  (t) => [
    uniqueIndex("watch_sessions_open").on(t.personId).where(sql`ended_at is null`),
    index("watch_sessions_person").on(t.personId, t.replayId),
  ],
);
