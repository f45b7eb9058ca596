import { and, eq } from "drizzle-orm";
import { type Handle, messages } from "#app/platform/db.server.ts";

/** What was put back because its cause was turned off is due now: at its next try it is asked whether it is still wanted. */
export async function releaseHeld(tx: Handle, now: number): Promise<void> {
  await tx
    .update(messages)
    .set({ dueAt: now, outcome: null })
    .where(and(eq(messages.state, "waiting"), eq(messages.outcome, "turned_off")));
}
