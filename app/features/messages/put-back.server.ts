import { and, eq, isNull } from "drizzle-orm";
import { type Database, messages, messageTries } from "#app/platform/db.server.ts";
import type { Message, NotNow } from "./message-checks.ts";

type PutBack = { db: Database; message: Message } & NotNow;

/** Gives a claimed message back until it is time for it, as if it had not been taken: no try is counted. */
export function putBack({ db, message, notBefore, outcome = "quiet_hours" }: PutBack): Promise<void> {
  const { id, tries, claimedBy } = message;
  return db.write(async (tx) => {
    const changed = await tx
      .update(messages)
      .set({
        ...{ state: "waiting" as const, outcome, said: null, dueAt: notBefore },
        ...{ tries: tries - 1, claimedBy: null, claimedAt: null },
      })
      .where(
        and(
          eq(messages.id, id),
          eq(messages.state, "sending"),
          eq(messages.claimedBy, claimedBy ?? ""),
          eq(messages.tries, tries),
        ),
      )
      .returning({ id: messages.id });
    if (changed.length === 0) return;
    const thisTry = and(eq(messageTries.messageId, id), eq(messageTries.number, tries));
    await tx.delete(messageTries).where(and(thisTry, isNull(messageTries.askedBy)));
    // One that a person asked for stays on record as asked for.
    await tx.update(messageTries).set({ startedAt: null }).where(thisTry);
  });
}
