import { and, eq, inArray } from "drizzle-orm";
import {
  type Database,
  type Handle,
  type MessageOutcome,
  mailRefusals,
  messages,
  messageTries,
} from "#app/platform/db.server.ts";
import { foldEmail } from "../people/fold-email.ts";
import type { Message } from "./message-checks.ts";
import { withoutSecrets } from "./without-secrets.ts";

export type TryEnd =
  | { state: "sent"; said: string }
  | { state: "waiting"; outcome: MessageOutcome; said: string; dueAt: number }
  | { state: "dead"; outcome: MessageOutcome; said: string }
  | { state: "dropped"; outcome: MessageOutcome; said: string };

type Ending = { db: Database; message: Message; end: TryEnd; now: number };

/**
 * Writes down how a claimed try ended; answers whether it was still this worker's to say. A worker that was away so long
 * that its message was given up as "may have been sent" may still say that it was sent.
 */
export function endTry({ db, message, end, now }: Ending): Promise<boolean> {
  return db.write(async (tx) => {
    const outcome = end.state === "sent" ? null : end.outcome;
    const changed = await tx
      .update(messages)
      .set({
        ...{ state: end.state, outcome, said: end.said || null, claimedBy: null, claimedAt: null },
        ...(end.state === "waiting"
          ? { dueAt: end.dueAt }
          : { endedAt: now, content: withoutSecrets(message.content) }),
      })
      .where(
        and(
          eq(messages.id, message.id),
          eq(messages.claimedBy, message.claimedBy ?? ""),
          eq(messages.tries, message.tries),
          inArray(messages.state, end.state === "sent" ? ["sending", "dead"] : ["sending"]),
        ),
      )
      .returning({ id: messages.id });
    if (changed.length === 0) return false;
    await tx
      .update(messageTries)
      .set({ endedAt: now, outcome: outcome ?? "sent", said: end.said || null })
      .where(and(eq(messageTries.messageId, message.id), eq(messageTries.number, message.tries)));
    if (outcome === "address_refused") await noteRefusal(tx, { message, said: end.said, now });
    return true;
  });
}

type Refusal = { message: Pick<Message, "id" | "toAddress">; said: string; now: number };

/** From now on nothing is sent to the address of this message, until a person clears it. */
export async function noteRefusal(tx: Handle, { message, said, now }: Refusal): Promise<void> {
  const refusal = { refusedAt: now, said, messageId: message.id, clearedAt: null, clearedBy: null };
  await tx
    .insert(mailRefusals)
    .values({ address: foldEmail(message.toAddress), ...refusal })
    .onConflictDoUpdate({ target: mailRefusals.address, set: refusal });
}
