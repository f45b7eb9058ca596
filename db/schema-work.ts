import { sql } from "drizzle-orm";
import { bytes, count, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type { WorkFailure, WorkResult } from "./json-shapes.ts";
import { people } from "./schema.ts";

/** What somebody started and need not wait for. Whoever runs it holds a lease, which another node may take over. */
export const work = table(
  "work",
  {
    id: id().primaryKey(),
    kind: text().notNull(),
    /** Checked by its kind before it is stored and again before it is run. */
    input: json<Record<string, unknown>>().notNull(),
    state: text().$type<"waiting" | "running" | "done" | "failed" | "cancelled">().notNull(),
    /** Who started it; null for what no person did. */
    personId: text().references(() => people.id),
    createdAt: moment().notNull(),
    startedAt: moment(),
    endedAt: moment(),
    /** How far it is: so much of a total, 0 of 0 while nobody knows, and the name of what it does now. */
    done: count().notNull(),
    total: count().notNull(),
    phase: text(),
    result: json<WorkResult>(),
    failure: json<WorkFailure>(),
    /** Another id at each take-over, so that a node that was given up writes nothing more. */
    claim: text(),
    leaseUntil: moment(),
    /** How often it was begun. */
    runs: count().notNull(),
    cancelAskedAt: moment(),
  },
  (t) => [
    index("work_open").on(t.state, t.createdAt).where(sql`state in ('waiting', 'running')`),
    index("work_person").on(t.personId, t.createdAt),
    index("work_created").on(t.createdAt),
  ],
);

/** What was handed in and what came out. In the database, so that every node can hand it out. */
export const workFiles = table(
  "work_files",
  {
    id: id().primaryKey(),
    /** Null until the work is stored that an uploaded file is for. */
    workId: text().references(() => work.id),
    /** `sight` is never handed out: the ids of the people who are in the others. */
    role: text().$type<"input" | "result" | "refused" | "changes" | "sight">().notNull(),
    name: text().notNull(),
    mediaType: text().notNull(),
    size: count().notNull(),
    createdAt: moment().notNull(),
    /** Null while it is being written; what has no end is never handed out. */
    completedAt: moment(),
  },
  (t) => [index("work_files_work").on(t.workId), index("work_files_created").on(t.createdAt)],
);

export const workFileChunks = table(
  "work_file_chunks",
  {
    fileId: text()
      .notNull()
      .references(() => workFiles.id),
    position: count().notNull(),
    body: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.fileId, t.position] })],
);

/** The runs of scheduled work. One row for each instant at which it was due: whoever writes it runs it. */
export const scheduledRuns = table(
  "scheduled_runs",
  {
    id: id().primaryKey(),
    name: text().notNull(),
    dueAt: moment().notNull(),
    startedAt: moment().notNull(),
    leaseUntil: moment().notNull(),
    endedAt: moment(),
    outcome: text().$type<"done" | "failed" | "lost">(),
    counts: json<Record<string, number>>(),
  },
  (t) => [uniqueIndex("scheduled_runs_due").on(t.name, t.dueAt)],
);
