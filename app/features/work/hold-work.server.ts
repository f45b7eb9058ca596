import { and, eq } from "drizzle-orm";
import { type Database, type WorkFailure, type WorkResult, work } from "#app/platform/db.server.ts";
import { workLimits } from "./work-limits.ts";

type Held = { id: string; claim: string };
type Progress = { done: number; total: number; phase: string | null };

const isHeld = ({ id, claim }: Held) => and(eq(work.id, id), eq(work.claim, claim), eq(work.state, "running"));

/** A sign of life: stores how far it is and holds the lease. Tells when another has it, or somebody wants it to end. */
export async function giveSignOfLife(
  db: Database,
  { held, progress, now }: { held: Held; progress: Progress; now: number },
): Promise<"go on" | "lost" | "cancel"> {
  const [row] = await db.write((tx) =>
    tx
      .update(work)
      .set({ ...progress, leaseUntil: now + workLimits.leaseMs })
      .where(isHeld(held))
      .returning({ cancelAskedAt: work.cancelAskedAt }),
  );
  if (!row) return "lost";
  return row.cancelAskedAt === null ? "go on" : "cancel";
}

type Ending =
  | { state: "done"; result: WorkResult }
  | { state: "failed"; failure: WorkFailure; result: WorkResult | null }
  | { state: "cancelled" };

/** False when another node has taken over meanwhile; then nothing was written. */
export async function endWork(
  db: Database,
  { held, progress, ending, now }: { held: Held; progress: Progress; ending: Ending; now: number },
): Promise<boolean> {
  const rows = await db.write((tx) =>
    tx
      .update(work)
      .set({ ...progress, ...ending, endedAt: now, claim: null, leaseUntil: null })
      .where(isHeld(held))
      .returning({ id: work.id }),
  );
  return rows.length > 0;
}

/** Gives work back to the queue, as if it had not been begun: the server stops, and another goes on. */
export async function giveWorkBack(db: Database, { held, runs }: { held: Held; runs: number }): Promise<void> {
  await db.write(async (tx) => {
    await tx
      .update(work)
      .set({ state: "waiting", claim: null, leaseUntil: null, startedAt: null, runs: runs - 1 })
      .where(isHeld(held));
  });
}
