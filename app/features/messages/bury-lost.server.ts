import { and, eq, lt } from "drizzle-orm";
import { type Database, messages, messageTries } from "#app/platform/db.server.ts";
import { withoutSecrets } from "./without-secrets.ts";

/** Longer than any try can take, in milliseconds: whoever holds a message for so long is gone. */
export const leaseMs = 10 * 60_000;

/**
 * Gives up what a worker took and never reported on. The mail server may have it, so nobody sends it again but a person
 * who decides to. Answers the ids.
 */
export async function buryLost({ db, now }: { db: Database; now: number }): Promise<string[]> {
  const lost = and(eq(messages.state, "sending"), lt(messages.claimedAt, now - leaseMs));
  const some = await db.read.select({ id: messages.id }).from(messages).where(lost).limit(1);
  if (some.length === 0) return [];
  return db.write(async (tx) => {
    const found = await tx.select().from(messages).where(lost);
    for (const { id, tries, content } of found) {
      const outcome = "may_have_been_sent" as const;
      // `claimedBy` stays: should that worker come back after all, it may still say that it was sent.
      await tx
        .update(messages)
        .set({ state: "dead", outcome, said: null, endedAt: now, content: withoutSecrets(content) })
        .where(eq(messages.id, id));
      await tx
        .update(messageTries)
        .set({ outcome })
        .where(and(eq(messageTries.messageId, id), eq(messageTries.number, tries)));
    }
    return found.map(({ id }) => id);
  });
}
