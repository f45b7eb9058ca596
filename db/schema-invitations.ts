import { sql } from "drizzle-orm";
import { count, id, index, moment, table, text, uniqueIndex } from "./columns.ts";
import { people } from "./schema.ts";
import { firms } from "./schema-firms.ts";

/**
 * Ways into a firm, each a link that was mailed once: an invitation by somebody, or the confirmation that a person asked
 * for. The link is open until its instant, and until it is used or revoked; whether the firm is open is asked when it is used.
 */
export const invitations = table(
  "invitations",
  {
    id: id().primaryKey(),
    firmId: text()
      .notNull()
      .references(() => firms.id),
    source: text().$type<"invited" | "registered">().notNull(),
    address: text().notNull(),
    /** Folded, as `people.emailKey`. */
    addressKey: text().notNull(),
    /** Empty where whoever invites did not say; asked for when the link is used. */
    givenName: text().notNull(),
    familyName: text().notNull(),
    language: text().notNull(),
    /** Who is meant, when the firm's own feed named them before; otherwise who came in by it. */
    personId: text().references(() => people.id),
    /** Null for who registers themselves. */
    invitedBy: text().references(() => people.id),
    /** SHA-256 of what stands in the link, hex: a read of this table lets nobody in. */
    tokenHash: text().notNull(),
    /** Mails so far; each has a link of its own, and only the last one opens. */
    mails: count().notNull(),
    createdAt: moment().notNull(),
    mailedAt: moment().notNull(),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    revokedAt: moment(),
    revokedBy: text().references(() => people.id),
  },
  (t) => [
    uniqueIndex("invitations_token").on(t.tokenHash),
    uniqueIndex("invitations_open")
      .on(t.firmId, t.addressKey)
      .where(sql`source = 'invited' and used_at is null and revoked_at is null`),
    index("invitations_firm").on(t.firmId, t.createdAt),
    index("invitations_person").on(t.personId).where(sql`person_id is not null`),
  ],
);
