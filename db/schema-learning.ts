import { sql } from "drizzle-orm";
import { count, flag, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type { AttemptForm, LessonCheckResult, StoredAnswer, StoryStep } from "./json-shapes.ts";
import { people, registrations, releases } from "./schema.ts";

/** One person going once through a branching story. What happened is evidence when it ends; until then it is here. */
export const storyPlays = table(
  "story_plays",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    registrationId: text()
      .notNull()
      .references(() => registrations.id),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    storyId: text().notNull(),
    /** Counts from 1 within the registration. */
    number: count().notNull(),
    /** The choices taken so far, in their order; the last one names the scene the person is in. */
    path: json<StoryStep[]>().notNull(),
    startedAt: moment().notNull(),
    endedAt: moment(),
    endingId: text(),
  },
  (t) => [
    uniqueIndex("story_plays_open").on(t.personId, t.storyId).where(sql`ended_at is null`),
    uniqueIndex("story_plays_number").on(t.registrationId, t.storyId, t.number),
  ],
);

/** How far a person has read: one row for each heading that was on the screen. Not evidence; a place to go on from. */
export const lessonPlaces = table(
  "lesson_places",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    editionId: text().notNull(),
    /** The cycle of the registration that the reading belongs to, also before the registration is open. */
    cycle: count().notNull(),
    moduleId: text().notNull(),
    /** The slug of the heading. */
    heading: text().notNull(),
    seenAt: moment().notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.editionId, t.cycle, t.moduleId, t.heading] })],
);

/** A short check by which a person tests out of reading one module: once per registration and module. */
export const lessonChecks = table(
  "lesson_checks",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    registrationId: text()
      .notNull()
      .references(() => registrations.id),
    releaseId: text()
      .notNull()
      .references(() => releases.id),
    moduleId: text().notNull(),
    form: json<AttemptForm>().notNull(),
    startedAt: moment().notNull(),
    submittedAt: moment(),
    answers: json<Record<string, StoredAnswer>>(),
    result: json<LessonCheckResult>(),
  },
  (t) => [uniqueIndex("lesson_checks_once").on(t.registrationId, t.moduleId)],
);

/** Another time limit for one person. A shortcut to the `accommodation_granted` and `accommodation_ended` evidence. */
export const accommodations = table(
  "accommodations",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** Added to the time limit, in percent of it; null with `noTimeLimit`. */
    extraTimePercent: count(),
    noTimeLimit: flag().notNull(),
    reason: text().notNull(),
    grantedAt: moment().notNull(),
    grantedBy: text().notNull(),
    endedAt: moment(),
    endedBy: text(),
  },
  (t) => [
    index("accommodations_person").on(t.personId),
    uniqueIndex("accommodations_open").on(t.personId).where(sql`ended_at is null`),
  ],
);

/** When a person last came to the home page, and the time before, so that it can say what has changed since then. */
export const visits = table("visits", {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  currentAt: moment().notNull(),
  previousAt: moment(),
});
