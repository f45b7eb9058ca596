import { and, eq, gt, isNull, lte } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Database, scheduledRuns } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { lastDue, type ScheduledWork } from "./scheduled-work.ts";
import { workLimits } from "./work-limits.ts";

type Given = { work: ScheduledWork; signal: AbortSignal };

/**
 * Runs scheduled work when it is due and no node has taken that instant, nor is still at an earlier one. True when it ran
 * here, to whatever end.
 */
export async function runScheduledWork(app: AppContext, { work, signal }: Given): Promise<boolean> {
  const { db, clock, log } = app;
  const run = await claimRun(db, { work, now: clock.now() });
  if (run === null) return false;
  const alive = setInterval(() => {
    extend(db, run, clock.now()).catch((error: unknown) =>
      log.warn({ err: error, work: work.name }, "no sign of life"),
    );
  }, workLimits.leaseMs / 4);
  try {
    const counts = await work.run(app, signal);
    await endRun(db, run, { endedAt: clock.now(), outcome: "done", counts });
  } catch (error) {
    log.error({ err: error, work: work.name }, "scheduled work broke");
    await endRun(db, run, { endedAt: clock.now(), outcome: "failed" });
  } finally {
    clearInterval(alive);
  }
  return true;
}

async function claimRun(db: Database, { work: { name, every }, now }: { work: ScheduledWork; now: number }) {
  const dueAt = lastDue(every, now);
  // Asked first without a lock: nearly always somebody has run it.
  const taken = await db.read
    .select({ id: scheduledRuns.id })
    .from(scheduledRuns)
    .where(and(eq(scheduledRuns.name, name), eq(scheduledRuns.dueAt, dueAt)));
  if (taken.length > 0) return null;
  return db.write(async (tx) => {
    const open = and(eq(scheduledRuns.name, name), isNull(scheduledRuns.endedAt), isNull(scheduledRuns.outcome));
    await tx
      .update(scheduledRuns)
      .set({ outcome: "lost" })
      .where(and(open, lte(scheduledRuns.leaseUntil, now)));
    const busy = await tx
      .select({ id: scheduledRuns.id })
      .from(scheduledRuns)
      .where(and(open, gt(scheduledRuns.leaseUntil, now)));
    if (busy.length > 0) return null;
    const [run] = await tx
      .insert(scheduledRuns)
      .values({ id: newId(), name, dueAt, startedAt: now, leaseUntil: now + workLimits.leaseMs })
      .onConflictDoNothing({ target: [scheduledRuns.name, scheduledRuns.dueAt] })
      .returning({ id: scheduledRuns.id });
    return run?.id ?? null;
  });
}

async function extend(db: Database, id: string, now: number): Promise<void> {
  await db.write(async (tx) => {
    await tx
      .update(scheduledRuns)
      .set({ leaseUntil: now + workLimits.leaseMs })
      .where(eq(scheduledRuns.id, id));
  });
}

type End = { endedAt: number; outcome: "done" | "failed"; counts?: Record<string, number> };

async function endRun(db: Database, id: string, end: End): Promise<void> {
  await db.write(async (tx) => void (await tx.update(scheduledRuns).set(end).where(eq(scheduledRuns.id, id))));
}
