import { id, index, moment, table, text, uniqueIndex } from "./columns.ts";

/** Channel partner companies. People of kind `partner` belong to one (`people.firmId`). */
export const firms = table(
  "firms",
  {
    id: id().primaryKey(),
    /** What the partner feed and the CRM call the firm. */
    externalId: text().notNull(),
    name: text().notNull(),
    country: text().notNull(),
    tier: text().$type<"registered" | "silver" | "gold" | "platinum">().notNull(),
    createdAt: moment().notNull(),
    updatedAt: moment().notNull(),
    /** No longer a partner from this instant on: nobody new gets in. */
    closedAt: moment(),
  },
  (t) => [uniqueIndex("firms_external_id").on(t.externalId)],
);

/** Mail domains by which people of a firm may register themselves; a domain belongs to one firm. */
export const firmDomains = table(
  "firm_domains",
  {
    /** Lower case, as in DNS. */
    domain: text().primaryKey(),
    firmId: text()
      .notNull()
      .references(() => firms.id),
  },
  (t) => [index("firm_domains_firm").on(t.firmId)],
);
