import { desc, eq } from "drizzle-orm";
import { type Handle, scheduledRuns } from "#app/platform/db.server.ts";
import { nextDue, type ScheduledWork } from "./scheduled-work.ts";

const shownRuns = 5;

/** What is due by the clock, with its last runs, newest first, and when it is due next. */
export async function listScheduledWork(
  handle: Handle,
  { schedule, now }: { schedule: readonly Pick<ScheduledWork, "name" | "every">[]; now: number },
) {
  const listed = [];
  for (const { name, every } of schedule) {
    const runs = await handle
      .select()
      .from(scheduledRuns)
      .where(eq(scheduledRuns.name, name))
      .orderBy(desc(scheduledRuns.dueAt))
      .limit(shownRuns);
    listed.push({
      ...{ name, every, nextAt: nextDue(every, now) },
      runs: runs.map(({ id, dueAt, startedAt, endedAt, outcome, counts, leaseUntil }) => ({
        ...{ id, dueAt, startedAt, endedAt, counts },
        // A process that died wrote no outcome; after its lease nobody is at it any more.
        outcome: outcome ?? (leaseUntil <= now ? ("lost" as const) : null),
      })),
    });
  }
  return listed;
}
