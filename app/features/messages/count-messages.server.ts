import { count, eq, inArray, min } from "drizzle-orm";
import { type Handle, messages } from "#app/platform/db.server.ts";

export type Outbox = { waiting: number; sending: number; dead: number; oldestDueAt: number | null };

/** How the outbox stands: what waits, is being sent, and waits for a person; since when the longest is due. */
export async function countOutbox(handle: Handle): Promise<Outbox> {
  const rows = await handle
    .select({ state: messages.state, number: count() })
    .from(messages)
    .where(inArray(messages.state, ["waiting", "sending", "dead"]))
    .groupBy(messages.state);
  const [oldest] = await handle
    .select({ dueAt: min(messages.dueAt) })
    .from(messages)
    .where(eq(messages.state, "waiting"));
  const numberOf = (state: "waiting" | "sending" | "dead") => rows.find((row) => row.state === state)?.number ?? 0;
  return {
    waiting: numberOf("waiting"),
    sending: numberOf("sending"),
    dead: numberOf("dead"),
    oldestDueAt: oldest?.dueAt ?? null,
  };
}
