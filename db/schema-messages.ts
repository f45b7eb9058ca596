import { sql } from "drizzle-orm";
import { count, flag, id, index, json, moment, primaryKey, table, text, uniqueIndex } from "./columns.ts";
import type { MessageContent, MessageOutcome } from "./json-shapes.ts";
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
    /** Mail that its reader may refuse (`mail_opt_outs`); what somebody must know is not optional. */
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
    /** What the last try met; for `dropped`, why. Null before the first try and once it was sent. */
    outcome: text().$type<MessageOutcome>(),
    /** What the mail server or a check said to it, without addresses or secrets. */
    said: text(),
    /** Part of the link that refuses optional mail: tells nothing, and can do nothing else. */
    unsubscribeToken: text(),
    /** Name, address and subject in small letters without marks, to find it by. */
    searchText: text().notNull().default(""),
  },
  (t) => [
    uniqueIndex("messages_once").on(t.onceKey),
    index("messages_waiting").on(t.state, t.dueAt).where(sql`state in ('waiting', 'sending')`),
    uniqueIndex("messages_unsubscribe").on(t.unsubscribeToken),
    index("messages_person").on(t.personId, t.createdAt),
    index("messages_state").on(t.state, t.createdAt),
    index("messages_reason").on(t.reason, t.state, t.createdAt),
    index("messages_created").on(t.createdAt),
  ],
);

/** Each time a message was handed to a mail server, or a person asked for that. */
export const messageTries = table(
  "message_tries",
  {
    messageId: id()
      .notNull()
      .references(() => messages.id),
    /** Counts from 1. */
    number: count().notNull(),
    /** Who asked for this try; null for one of the worker's own. */
    askedBy: text(),
    askedAt: moment(),
    /** Null while it has only been asked for. */
    startedAt: moment(),
    /** Null also for a try whose worker never came back. */
    endedAt: moment(),
    outcome: text().$type<MessageOutcome | "sent">(),
    said: text(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.number] })],
);

/** Addresses to which nothing is sent until a person clears them. */
export const mailRefusals = table("mail_refusals", {
  /** Folded as for sign-in. */
  address: text().primaryKey(),
  refusedAt: moment().notNull(),
  /** What the mail server said, without addresses. */
  said: text().notNull(),
  messageId: text()
    .notNull()
    .references(() => messages.id),
  clearedAt: moment(),
  clearedBy: text(),
});

/** People who do not want optional mail. */
export const mailOptOuts = table("mail_opt_outs", {
  personId: text()
    .primaryKey()
    .references(() => people.id),
  optedOutAt: moment().notNull(),
  /** Where it was said: by the link in a mail, or on the page of the account. */
  via: text().$type<"link" | "account">().notNull(),
});

/** Where the mail of a demo lands, with its secrets: nothing is ever written here outside of a demo. */
export const demoMails = table(
  "demo_mails",
  {
    messageId: text()
      .primaryKey()
      .references(() => messages.id),
    landedAt: moment().notNull(),
    toName: text().notNull(),
    toAddress: text().notNull(),
    language: text().notNull(),
    content: json<MessageContent>().notNull(),
    unsubscribeToken: text(),
  },
  (t) => [index("demo_mails_landed").on(t.landedAt)],
);
