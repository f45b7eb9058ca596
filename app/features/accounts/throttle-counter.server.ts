import { and, eq, gt, lt, sql } from "drizzle-orm";
import { type Handle, throttles } from "#app/platform/db.server.ts";

export type Counted = { points: number; expiresAt: number };

/**
 * Adds to a counter and returns what it holds then. The first addition opens a window of `durationMs`; when it has
 * passed, counting begins anew. `points` may be negative, to take something back.
 */
export async function addToCounter(
  tx: Handle,
  { key, points, durationMs, now }: { key: string; points: number; durationMs: number; now: number },
): Promise<Counted> {
  const live = sql`${throttles.expiresAt} > ${now}`;
  const [row] = await tx
    .insert(throttles)
    .values({ key, points, expiresAt: now + durationMs })
    .onConflictDoUpdate({
      target: throttles.key,
      set: {
        points: sql`case when ${live} then ${throttles.points} + ${points} else ${points} end`,
        expiresAt: sql`case when ${live} then ${throttles.expiresAt} else ${now + durationMs} end`,
      },
    })
    .returning();
  if (!row) throw new Error("A counter was not stored.");
  return row;
}

/** Whether a counter is in its window. */
export async function isCounting(tx: Handle, { key, now }: { key: string; now: number }): Promise<boolean> {
  const rows = await tx
    .select({ key: throttles.key })
    .from(throttles)
    .where(and(eq(throttles.key, key), gt(throttles.expiresAt, now)));
  return rows.length > 0;
}

export async function resetCounter(tx: Handle, key: string): Promise<void> {
  await tx.delete(throttles).where(eq(throttles.key, key));
}

/** Windows that have passed count nothing; clearing them keeps the table as small as its traffic. */
export async function clearPassedCounters(tx: Handle, now: number): Promise<void> {
  await tx.delete(throttles).where(lt(throttles.expiresAt, now));
}
