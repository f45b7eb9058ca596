import { sql } from "drizzle-orm";
import { count, flag, id, index, json, moment, table, text, uniqueIndex } from "./columns.ts";
import type { MessageContent } from "./json-shapes.ts";
import { people } from "./schema.ts";

/**
 * The outbox: written in the transaction that causes a message, sent by a worker. `onceKey` says what the message is for,
 * so that the same person never gets the same one twice, whoever asks for it and how often.
 */
export const messages = table(
  "messages",
  {
    id: id().primaryKey(),
    /** Null for somebody who is not known yet, as in an invitation. */
    personId: text().references(() => people.id),
    toName: text().notNull(),
    toAddress: text().notNull(),
    /** Why it is sent: `invitation`, `reminder`, `digest`, `escalation`, `nudge` … */
    reason: text().notNull(),
    /** Which one of its reason, for example `30-days-before`. */
    step: text().notNull(),
    onceKey: text().notNull(),
    /** Mail one may refuse (`mail_refusals`); what somebody must know is not optional. */
    optional: flag().notNull(),
    language: text().notNull(),
    content: json<MessageContent>().notNull(),
    /** Who or what caused it: a person id, or the name of the scheduled work. */
    causedBy: text().notNull(),
    createdAt: moment().notNull(),
    /** Not before this instant; the worker moves it on when it tries again later. */
    dueAt: moment().notNull(),
    state: text().$type<"waiting" | "sending" | "sent" | "dead" | "dropped">().notNull(),
    tries: count().notNull(),
    /** Who sends it now; set before the first word is sent, so that nobody else does. */
    claimedBy: text(),
    claimedAt: moment(),
    /** When it was sent, given up or dropped. */
    endedAt: moment(),
    /** What the last try met, in plain words without addresses or secrets; for `dropped`, why. */
    outcome: text(),
  },
  (t) => [
    uniqueIndex("messages_once").on(t.onceKey),
    index("messages_waiting").on(t.state, t.dueAt).where(sql`state in ('waiting', 'sending')`),
    index("messages_person").on(t.personId, t.createdAt),
    index("messages_created").on(t.createdAt),
  ],
);
