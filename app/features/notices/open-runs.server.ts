import { and, countDistinct, eq, gt, inArray, lte, or, type SQL } from "drizzle-orm";
import { type Handle, noticePlanParts, noticeRuns, notices } from "#app/platform/db.server.ts";
import { millisecondsADay } from "../waves/milliseconds-a-day.ts";

/** A plan is old by then: what is still wanted of it is planned anew. */
const openMs = 3 * millisecondsADay;

/** What waits for a confirmation, and what was confirmed and may go out as soon as it is day for its reader. */
export async function readOpenRuns(
  handle: Handle,
  now: number,
): Promise<{ waiting: Set<string>; approved: Set<string> }> {
  const rows = await handle
    .select({ state: noticeRuns.state, keys: noticePlanParts.keys })
    .from(noticeRuns)
    .innerJoin(noticePlanParts, eq(noticePlanParts.runId, noticeRuns.id))
    .where(
      or(
        and(eq(noticeRuns.state, "stopped"), gt(noticeRuns.startedAt, now - openMs)),
        and(eq(noticeRuns.state, "confirmed"), gt(noticeRuns.decidedAt, now - openMs)),
      ),
    );
  const keysIn = (wanted: string) => new Set(rows.flatMap(({ state, keys }) => (state === wanted ? keys : [])));
  return { waiting: keysIn("stopped"), approved: keysIn("confirmed") };
}

/** Runs that waited too long to be confirmed are over; their plans go. */
export function lapseRuns(tx: Handle, now: number): Promise<void> {
  return endRuns(tx, and(eq(noticeRuns.state, "stopped"), lte(noticeRuns.startedAt, now - openMs)));
}

/** Nothing waits to be confirmed any more, because it was planned under other rules. */
export function endStoppedRuns(tx: Handle): Promise<void> {
  return endRuns(tx, eq(noticeRuns.state, "stopped"));
}

/** Longer than any run takes: who began it is gone. */
const longestRunMs = 60 * 60_000;

/** A run whose process died is over: what it did not come to was left for the next ones. */
export async function endLostRuns(tx: Handle, now: number): Promise<void> {
  const lost = await tx
    .select({ id: noticeRuns.id })
    .from(noticeRuns)
    .where(and(eq(noticeRuns.state, "running"), lte(noticeRuns.startedAt, now - longestRunMs)));
  for (const { id } of lost) {
    const [told] = await tx
      .select({ mails: countDistinct(notices.messageKey) })
      .from(notices)
      .where(eq(notices.runId, id));
    await tx
      .update(noticeRuns)
      .set({ state: "lost", sent: told?.mails ?? 0, planned: told?.mails ?? 0 })
      .where(eq(noticeRuns.id, id));
  }
}

async function endRuns(tx: Handle, which: SQL | undefined): Promise<void> {
  const old = await tx.update(noticeRuns).set({ state: "lapsed" }).where(which).returning({ id: noticeRuns.id });
  if (old.length === 0) return;
  await tx.delete(noticePlanParts).where(
    inArray(
      noticePlanParts.runId,
      old.map(({ id }) => id),
    ),
  );
}

const keysInPart = 1000;

export async function storePlan(
  tx: Handle,
  { runId, keys }: { runId: string; keys: readonly string[] },
): Promise<void> {
  for (let first = 0; first < keys.length; first += keysInPart) {
    const part = keys.slice(first, first + keysInPart);
    await tx.insert(noticePlanParts).values({ runId, position: first / keysInPart, keys: part });
  }
}

export async function readPlan(handle: Handle, runId: string): Promise<Set<string>> {
  const rows = await handle
    .select({ keys: noticePlanParts.keys })
    .from(noticePlanParts)
    .where(eq(noticePlanParts.runId, runId));
  return new Set(rows.flatMap(({ keys }) => keys));
}
