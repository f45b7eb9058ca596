import { count, eq } from "drizzle-orm";
import { type Handle, nudges } from "#app/platform/db.server.ts";

/** How many a batch reached, and how many got nothing. */
export async function countNudges(handle: Handle, batchId: string): Promise<{ nudged: number; leftOut: number }> {
  const rows = await handle
    .select({ outcome: nudges.outcome, people: count() })
    .from(nudges)
    .where(eq(nudges.batchId, batchId))
    .groupBy(nudges.outcome);
  const nudged = rows.find(({ outcome }) => outcome === "sent")?.people ?? 0;
  return { nudged, leftOut: rows.reduce((sum, { people }) => sum + people, 0) - nudged };
}
