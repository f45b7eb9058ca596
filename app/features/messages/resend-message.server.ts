import { and, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, messages, messageTries } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { readMessage } from "./get-message.server.ts";
import { hasLostSecret } from "./without-secrets.ts";

type Resending = { db: Database; clock: Clock; messageId: string; by: string };

/**
 * Puts a dead message back into the outbox, with who asked for it on record. Asking twice sends once: false when it is
 * under way again already. Throws not-found, and conflict for one that was not given up or carried a secret.
 */
export function resendMessage({ db, clock, messageId, by }: Resending): Promise<boolean> {
  const now = clock.now();
  return db.write(async (tx) => {
    const { state, content, tries } = await readMessage(tx, messageId);
    if (state === "waiting" || state === "sending") return false;
    if (state !== "dead") throw new AppError("conflict", "Only a message that was given up can be sent again.");
    if (hasLostSecret(content)) {
      throw new AppError(
        "conflict",
        "This message carried a secret link, which is not kept. Make a new one where it came from, as by a new invitation.",
      );
    }
    const changed = await tx
      .update(messages)
      .set({ state: "waiting", dueAt: now, endedAt: null, claimedBy: null, claimedAt: null })
      .where(and(eq(messages.id, messageId), eq(messages.state, "dead")))
      .returning({ id: messages.id });
    if (changed.length === 0) return false;
    await tx
      .insert(messageTries)
      .values({ messageId, number: tries + 1, askedBy: by, askedAt: now })
      .onConflictDoNothing({ target: [messageTries.messageId, messageTries.number] });
    return true;
  });
}
