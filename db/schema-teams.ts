import { id, index, moment, table } from "./columns.ts";

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
