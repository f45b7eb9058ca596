import { id, index, moment, table, text } from "./columns.ts";

/**
 * Whose standing may have changed, and when in the order of commits. Written by triggers in the transaction of the change
 * itself, so that whoever keeps people in memory knows exactly whom to read again; it holds no facts of its own.
 */
export const personChanges = table(
  "person_changes",
  {
    personId: id().primaryKey(),
    /** On SQLite a counter, on PostgreSQL the number of the transaction. The column is the wide integer of the engine. */
    mark: moment().notNull(),
  },
  (t) => [index("person_changes_mark").on(t.mark)],
);

/**
 * What a person's standing depends on, gathered from evidence and its shortcuts, so that nobody's records are read twice.
 * Derived: a row counts only while its mark is that of `person_changes`, so any change takes it out of use in its own
 * transaction; `cleared teams rebuild` makes all of them anew.
 */
export const standingFacts = table("standing_facts", {
  personId: id().primaryKey(),
  /** The person's mark before the facts were read; 0 for somebody without one. */
  mark: moment().notNull(),
  /** As `encodeFacts` writes them: equal facts are equal texts. */
  facts: text().notNull(),
});
