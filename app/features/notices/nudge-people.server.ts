import { eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, nudgeBatches, nudges } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { planNudges } from "./plan-nudges.server.ts";
import { queueNudges } from "./queue-nudges.server.ts";

const chunk = 50;
type Batch = typeof nudgeBatches.$inferSelect;
type Given = {
  db: Database;
  clock: Clock;
  /** Names this decision, and comes from the page on which it was taken: the same one again changes nothing. */
  batchId: string;
  by: { id: string; name: string };
  words: string | null;
  /** Only people whom the sender may see. */
  personIds: readonly string[];
  onProgress?: (done: number, total: number) => void;
  /** Told why a mail could not be written. */
  log?: AppContext["log"];
  /** Aborted, it ends between two chunks and throws; what was sent stays sent. */
  signal?: AbortSignal;
};

/**
 * Nudges people, in chunks. Broken off and called again it goes on where it was; called twice it sends nothing twice.
 * Nobody who is done, on leave or gone is nudged, nor anybody more often in seven days than the policy says, whoever
 * asks: they are kept with the reason, as is whose mail cannot be written, which costs nobody else theirs. Throws not-found for somebody else's batch.
 */
export async function nudgePeople(given: Given) {
  const { db, clock, batchId, by, words, personIds, onProgress, log, signal } = given;
  const batch = await db.write((tx) => openBatch(tx, { id: batchId, byPersonId: by.id, words, at: clock.now() }));
  const open = await withoutDone(db.read, { batchId, personIds });
  for (let first = 0; first < open.length; first += chunk) {
    onProgress?.(personIds.length - open.length + first, personIds.length);
    signal?.throwIfAborted();
    const some = open.slice(first, first + chunk);
    const planned = await planNudges(db.read, { personIds: some, now: clock.now() });
    const unwritten = await db.write((tx) => queueNudges(tx, { batch, by: by.name, planned, now: clock.now() }));
    for (const { personId, fault } of unwritten)
      log?.error({ err: fault, batchId, personId }, "a nudge was not written");
  }
  onProgress?.(personIds.length, personIds.length);
}

async function openBatch(tx: Handle, wanted: Batch): Promise<Batch> {
  await tx.insert(nudgeBatches).values(wanted).onConflictDoNothing({ target: nudgeBatches.id });
  const [batch] = await tx.select().from(nudgeBatches).where(eq(nudgeBatches.id, wanted.id));
  if (batch?.byPersonId !== wanted.byPersonId) throw new AppError("not-found", "This form is not yours.");
  return batch;
}

async function withoutDone(handle: Handle, { batchId, personIds }: Pick<Given, "batchId" | "personIds">) {
  const rows = await handle.select({ personId: nudges.personId }).from(nudges).where(eq(nudges.batchId, batchId));
  const done = new Set(rows.map(({ personId }) => personId));
  return [...new Set(personIds)].filter((id) => !done.has(id));
}
