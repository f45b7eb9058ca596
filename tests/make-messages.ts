import { asc } from "drizzle-orm";
import { type NewMessage, queueMessage } from "#app/features/messages/queue-message.server.ts";
import { type Sender, sendWaiting } from "#app/features/messages/send-waiting.server.ts";
import { type Clock, systemClock } from "#app/platform/clock.ts";
import { type Database, messages } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { openMailer } from "#app/platform/mail/open-mailer.server.ts";
import type { SmtpLimits } from "#app/platform/mail/smtp-session.server.ts";
import { newId } from "#app/platform/new-id.server.ts";

/** A message with plain defaults; name only what the test is about. */
export function newMessage(given: Partial<NewMessage> = {}): NewMessage {
  return {
    personId: null,
    toName: "Ada Tester",
    toAddress: "ada@reps.example.com",
    reason: "reminder",
    step: "7-days-before",
    onceKey: newId(),
    optional: false,
    language: "en",
    content: {
      subject: "Seven days are left",
      greeting: "Hello Ada,",
      blocks: [{ kind: "text", text: "Two steps are left until you may claim deals." }],
      reasonLine: "You get this because the rules of engagement apply to you.",
    },
    causedBy: "test",
    dueAt: 0,
    ...given,
  };
}

/** Puts messages into the outbox; answers their ids in the order given. */
export async function makeMessages(db: Database, given: Partial<NewMessage>[]): Promise<string[]> {
  const wanted = given.map(newMessage);
  await db.write(async (tx) => {
    for (const message of wanted) await queueMessage(tx, message, 0);
  });
  const rows = await db.read
    .select({ id: messages.id, onceKey: messages.onceKey })
    .from(messages)
    .orderBy(asc(messages.id));
  return wanted.map(({ onceKey }) => rows.find((row) => row.onceKey === onceKey)?.id ?? "");
}

type Office = { db: Database; url: string; clock?: Clock; limits?: Partial<SmtpLimits> } & Partial<
  Pick<Sender, "checks" | "onEnd">
>;

/** What sends the outbox of a database to a mail server: `await using office = openOffice(…); await office.send()`. */
export function openOffice({ db, url, clock = systemClock, limits = {}, checks = {}, ...told }: Office) {
  const mailer = openMailer(url, limits);
  const log: string[] = [];
  const app = {
    ...{ db, clock, env: readEnv({ SMTP_URL: url, ORIGIN: "https://cleared.example.com" }) },
    log: createLogger("info", { write: (line) => void log.push(line) }),
  };
  const sender = { ...told, app, checks, carrier: mailer.send, worker: newId() };
  return {
    app,
    log,
    send: (options: { limit?: number } = {}) => sendWaiting({ ...sender, ...options }),
    [Symbol.dispose]: () => mailer.close(),
  };
}
