import { and, eq, inArray, sql } from "drizzle-orm";
import { type Database, messages, messageTries } from "#app/platform/db.server.ts";
import type { Message } from "./message-checks.ts";

type Claim = { db: Database; worker: string; now: number; limit: number };

/**
 * Takes at most `limit` due messages for one worker, the longest due first. What it returns is committed as `sending`
 * before anybody says a word to a mail server, so no other worker gets the same ones, and none goes out twice because
 * somebody died. On PostgreSQL several nodes share the work: each passes over what another is just taking.
 */
export function claimMessages({ db, worker, now, limit }: Claim): Promise<Message[]> {
  const passOver = db.engine === "postgres" ? sql`for update skip locked` : sql``;
  return db.write(async (tx) => {
    const due = await db.rows<{ id: string }>(
      tx,
      sql`select id from messages where state = 'waiting' and due_at <= ${now} order by due_at, id limit ${limit} ${passOver}`,
    );
    if (due.length === 0) return [];
    const ids = due.map(({ id }) => id);
    const claimed = await tx
      .update(messages)
      .set({ state: "sending", claimedBy: worker, claimedAt: now, tries: sql`${messages.tries} + 1` })
      .where(and(inArray(messages.id, ids), eq(messages.state, "waiting")))
      .returning();
    for (const { id, tries } of claimed) {
      await tx
        .insert(messageTries)
        .values({ messageId: id, number: tries, startedAt: now })
        .onConflictDoUpdate({ target: [messageTries.messageId, messageTries.number], set: { startedAt: now } });
    }
    return claimed;
  });
}
