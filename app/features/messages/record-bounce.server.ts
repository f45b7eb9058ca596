import { and, eq, inArray } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, messages, messageTries } from "#app/platform/db.server.ts";
import { isMailboxStatus } from "#app/platform/mail/mail-outcome.ts";
import { noteRefusal } from "./end-try.server.ts";
import type { Message } from "./message-checks.ts";
import { readDeliveryReport } from "./read-delivery-report.ts";
import { withoutSecrets } from "./without-secrets.ts";

export type BounceAnswer =
  /** Not a report on delivery; a report on a message that is not ours; one that tells of no failure. */
  | { kind: "no-report" }
  | { kind: "not-ours" }
  | { kind: "no-failure"; messageId: string }
  | { kind: "recorded"; messageId: string; status: string; refuses: boolean };

type Bounce = { db: Database; clock: Clock; raw: string };

/**
 * Takes a report that a mail came back: the message is given up, and where the report says that there is no such mailbox,
 * nothing more goes to its address. Of the report only the id is believed, never an address. Twice is as once.
 */
export async function recordBounce({ db, clock, raw }: Bounce): Promise<BounceAnswer> {
  const report = readDeliveryReport(raw);
  if (!report) return { kind: "no-report" };
  const { failure } = report;
  const now = clock.now();
  return db.write(async (tx) => {
    const message = await findMessage(tx, report.messageIds);
    if (!message) return { kind: "not-ours" };
    if (!failure) return { kind: "no-failure", messageId: message.id };
    await giveUp(tx, { message, said: failure.said, now });
    const refuses = isMailboxStatus(failure.status);
    if (refuses) await noteRefusal(tx, { message, said: failure.said, now });
    return { kind: "recorded", messageId: message.id, status: failure.status, refuses };
  });
}

async function findMessage(tx: Handle, ids: string[]): Promise<Message | null> {
  for (const id of ids) {
    const [message] = await tx.select().from(messages).where(eq(messages.id, id));
    if (message) return message;
  }
  return null;
}

/** One that a person has asked to be sent again stays as it is: the report is about the try before. */
async function giveUp(tx: Handle, { message, said, now }: { message: Message; said: string; now: number }) {
  const outcome = "bounced" as const;
  const changed = await tx
    .update(messages)
    .set({
      ...{ state: "dead", outcome, said, endedAt: now, content: withoutSecrets(message.content) },
      // The server was faster than the worker that handed it over: its word comes too late.
      ...{ claimedBy: null, claimedAt: null },
    })
    .where(and(eq(messages.id, message.id), inArray(messages.state, ["sent", "sending", "dead"])))
    .returning({ id: messages.id });
  if (changed.length === 0) return;
  await tx
    .update(messageTries)
    .set({ outcome, said, endedAt: now })
    .where(and(eq(messageTries.messageId, message.id), eq(messageTries.number, message.tries)));
}
