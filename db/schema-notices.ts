import { sql } from "drizzle-orm";
import { count, flag, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type { NoticePolicy, NoticeSummary } from "./json-shapes.ts";
import { people } from "./schema.ts";

/** Append-only: the latest row says whether reminders are sent and how. Without one they are not. */
export const noticeSettings = table(
  "notice_settings",
  {
    id: id().primaryKey(),
    enabled: flag().notNull(),
    policy: json<NoticePolicy>().notNull(),
    at: moment().notNull(),
    /** A person id, or who ran the command. */
    by: text().notNull(),
  },
  (t) => [index("notice_settings_at").on(t.at)],
);

export const noticeRuns = table(
  "notice_runs",
  {
    id: id().primaryKey(),
    /** The quarter of an hour that the run is for: only one node does it. Null for a run by hand. */
    slot: moment(),
    startedAt: moment().notNull(),
    finishedAt: moment(),
    /** `stopped` waits to be confirmed, because it would reach very many; `lapsed` waited too long; `lost` broke off. */
    state: text().$type<"running" | "done" | "stopped" | "confirmed" | "lapsed" | "lost">().notNull(),
    planned: count().notNull(),
    sent: count().notNull(),
    /** How many people there were to reach. */
    population: count().notNull(),
    summary: json<NoticeSummary>(),
    decidedAt: moment(),
    decidedBy: text(),
  },
  (t) => [
    uniqueIndex("notice_runs_slot").on(t.slot),
    index("notice_runs_open").on(t.state).where(sql`state in ('stopped', 'confirmed')`),
    index("notice_runs_started").on(t.startedAt),
  ],
);

/** What a stopped run would send: keys of its lines, so that after a confirmation it sends this and nothing else. */
export const noticePlanParts = table(
  "notice_plan_parts",
  {
    runId: text()
      .notNull()
      .references(() => noticeRuns.id),
    position: count().notNull(),
    keys: json<string[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.position] })],
);

/** Append-only: which step was told about whom, to whom and with which message. The key holds that it is told once. */
export const notices = table(
  "notices",
  {
    /** Whom it is about. */
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Names the end that it is about by its day in UTC; for a digest the week. */
    occasion: text().notNull(),
    step: text().notNull(),
    endAt: moment(),
    toPersonId: text()
      .notNull()
      .references(() => people.id),
    /** Today where the reader was, `YYYY-MM-DD`. */
    day: text().notNull(),
    runId: text()
      .notNull()
      .references(() => noticeRuns.id),
    /** The `onceKey` of the message. */
    messageKey: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.personId, t.occasion, t.step] }),
    index("notices_reader").on(t.toPersonId, t.day),
    index("notices_message").on(t.messageKey),
    // The mails of one run; and a run that sent nothing is deleted, which asks whether it is named here.
    index("notices_run").on(t.runId),
  ],
);

/** Somebody's decision to remind some people in their own words. */
export const nudgeBatches = table("nudge_batches", {
  id: id().primaryKey(),
  byPersonId: text()
    .notNull()
    .references(() => people.id),
  /** Null when nothing was added. */
  words: text(),
  at: moment().notNull(),
});

/** Append-only: who was meant, and whether it was sent or why not. */
export const nudges = table(
  "nudges",
  {
    batchId: text()
      .notNull()
      .references(() => nudgeBatches.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** `sent`, or the reason why not. */
    outcome: text().notNull(),
    at: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.batchId, t.personId] }), index("nudges_person").on(t.personId, t.at)],
);
