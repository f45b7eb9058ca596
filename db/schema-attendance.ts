import { sql } from "drizzle-orm";
import { count, id, json, moment, table, text, uniqueIndex } from "./columns.ts";
import type { AttemptForm, AttemptResult, StoredAnswer } from "./json-shapes.ts";
import { people, releases } from "./schema.ts";

/** A partner's short check after the replays; as often as it takes to pass, one at a time. */
export const partnerChecks = table(
  "partner_checks",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    editionId: text().notNull(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    /** Counts from 1 for a person and edition. */
    number: count().notNull(),
    form: json<AttemptForm>().notNull(),
    /** As they are given; fixed by the submit. */
    answers: json<Record<string, StoredAnswer>>().notNull(),
    startedAt: moment().notNull(),
    submittedAt: moment(),
    /** Set by a submit that passes: only one of an edition does. */
    passedAt: moment(),
    result: json<AttemptResult>(),
  },
  (t) => [
    uniqueIndex("partner_checks_open").on(t.personId).where(sql`submitted_at is null`),
    uniqueIndex("partner_checks_passed").on(t.personId, t.editionId).where(sql`passed_at is not null`),
    uniqueIndex("partner_checks_number").on(t.personId, t.editionId, t.number),
  ],
);

/** A shortcut to the `attended` evidence, which can rebuild it. */
export const attendances = table(
  "attendances",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    editionId: text().notNull(),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    /** Public: on the certificate of attendance and in its verification link. */
    number: text().notNull(),
    /** The partner's firm as it was called on that day. */
    firmName: text(),
    issuedAt: moment().notNull(),
  },
  (t) => [
    uniqueIndex("attendances_edition").on(t.personId, t.editionId),
    uniqueIndex("attendances_number").on(t.number),
  ],
);
