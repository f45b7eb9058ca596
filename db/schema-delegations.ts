import { id, index, moment, table, text } from "./columns.ts";
import { people } from "./schema.ts";

/**
 * Who may see a manager's team in the manager's place, and for how long. Kept for good: a row only ever gets its end, and
 * that once. Nothing is derived from it before it is asked for.
 */
export const teamDelegations = table(
  "team_delegations",
  {
    id: id().primaryKey(),
    managerId: text()
      .notNull()
      .references(() => people.id),
    delegateId: text()
      .notNull()
      .references(() => people.id),
    validFrom: moment().notNull(),
    /** The first instant at which it no longer counts. */
    validUntil: moment().notNull(),
    reason: text().notNull(),
    createdAt: moment().notNull(),
    /** Person ids, as in `endedBy`. */
    createdBy: text().notNull(),
    endedAt: moment(),
    endedBy: text(),
  },
  (t) => [
    index("team_delegations_manager").on(t.managerId, t.createdAt),
    index("team_delegations_delegate").on(t.delegateId, t.createdAt),
  ],
);
