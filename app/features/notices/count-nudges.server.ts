import { count, eq } from "drizzle-orm";
import { type Handle, nudges } from "#app/platform/db.server.ts";

/** How many a batch reached, how many got nothing and, where there are some, for how many of these the mail could not be written. */
export async function countNudges(handle: Handle, batchId: string): Promise<Record<string, number>> {
  const rows = await handle
    .select({ outcome: nudges.outcome, people: count() })
    .from(nudges)
    .where(eq(nudges.batchId, batchId))
    .groupBy(nudges.outcome);
  const of = (wanted: string) => rows.find(({ outcome }) => outcome === wanted)?.people ?? 0;
  const [nudged, unwritten] = [of("sent"), of("unwritten")];
  const leftOut = rows.reduce((sum, { people }) => sum + people, 0) - nudged;
  return { nudged, leftOut, ...(unwritten > 0 ? { unwritten } : {}) };
}
