import { and, asc, eq, inArray, lte, or } from "drizzle-orm";
import { type Database, type Handle, work } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { deleteWorkFiles } from "./delete-work-files.server.ts";
import { nextOfWork } from "./next-of-work.ts";
import type { WorkKind } from "./work-kind.ts";
import { workLimits } from "./work-limits.ts";

type Row = typeof work.$inferSelect;
export type ClaimedWork = Row & { claim: string };

type Input = { db: Database; kinds: ReadonlyMap<string, WorkKind>; now: number };

/**
 * Takes the oldest work that nobody runs: it waits, or whoever ran it has given no sign of life. Work that cannot be taken
 * up again is ended on the way. Null when there is nothing to do; then nothing was written.
 */
export async function claimWork({ db, kinds, now }: Input): Promise<ClaimedWork | null> {
  for (;;) {
    const [found] = await db.read
      .select({ id: work.id })
      .from(work)
      .where(and(inArray(work.kind, [...kinds.keys()]), isFree(now)))
      .orderBy(asc(work.createdAt), asc(work.id))
      .limit(1);
    if (!found) return null;
    const claimed = await db.write((tx) => settle(tx, { id: found.id, kinds, now }));
    if (claimed) return claimed;
  }
}

function isFree(now: number) {
  return or(eq(work.state, "waiting"), and(eq(work.state, "running"), lte(work.leaseUntil, now)));
}

async function settle(tx: Handle, { id, kinds, now }: Omit<Input, "db"> & { id: string }): Promise<ClaimedWork | null> {
  const [row] = await tx
    .select()
    .from(work)
    .where(and(eq(work.id, id), isFree(now)));
  const kind = kinds.get(row?.kind ?? "");
  if (!row || !kind) return null;
  const next = nextOfWork(row, kind, now);
  if (next === "leave") return null;
  if (next !== "run") {
    const ended = { endedAt: now, claim: null, leaseUntil: null };
    const change =
      next === "cancelled"
        ? { ...ended, state: "cancelled" as const }
        : { ...ended, state: "failed" as const, failure: { code: next, words: null } };
    await tx.update(work).set(change).where(eq(work.id, id));
    return null;
  }
  // What a run that broke off had begun to write is of no use to this one.
  await deleteWorkFiles(tx, { workId: id, made: true });
  const claim = newId();
  const start = { state: "running" as const, claim, leaseUntil: now + workLimits.leaseMs, startedAt: now };
  const [claimed] = await tx
    .update(work)
    .set({ ...start, runs: row.runs + 1, done: 0, total: 0, phase: null })
    .where(eq(work.id, id))
    .returning();
  return claimed ? { ...claimed, claim } : null;
}
