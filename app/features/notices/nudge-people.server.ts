import { and, eq, inArray } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, nudgeBatches, nudges } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { nextSendingInstant } from "./next-sending-instant.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { findNudged, type PlannedNudge, planNudges } from "./plan-nudges.server.ts";
import { writeNudge } from "./write-nudge.ts";

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
  /** Aborted, it ends between two chunks and throws; what was sent stays sent. */
  signal?: AbortSignal;
};

/**
 * Nudges people, in chunks. Broken off and called again it goes on where it was; called twice it sends nothing twice.
 * Nobody who is done, on leave or gone is nudged, nor anybody more often in seven days than the policy says, whoever
 * asks: they are kept with the reason. Throws not-found for somebody else's batch.
 */
export async function nudgePeople({ db, clock, batchId, by, words, personIds, onProgress, signal }: Given) {
  const batch = await db.write((tx) => openBatch(tx, { id: batchId, byPersonId: by.id, words, at: clock.now() }));
  const open = await withoutDone(db.read, { batchId, personIds });
  for (let first = 0; first < open.length; first += chunk) {
    onProgress?.(personIds.length - open.length + first, personIds.length);
    signal?.throwIfAborted();
    const planned = await planNudges(db.read, { personIds: open.slice(first, first + chunk), now: clock.now() });
    await db.write((tx) => nudgeAll(tx, { batch, by: by.name, planned, now: clock.now() }));
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

type Nudging = { batch: Batch; by: string; planned: readonly PlannedNudge[]; now: number };

async function nudgeAll(tx: Handle, { batch, by, planned, now }: Nudging): Promise<void> {
  const personIds = planned.map(({ person }) => person.id);
  if (personIds.length === 0) return;
  const taken = await tx
    .select({ personId: nudges.personId })
    .from(nudges)
    .where(and(eq(nudges.batchId, batch.id), inArray(nudges.personId, personIds)));
  const done = new Set(taken.map(({ personId }) => personId));
  // Asked again inside: another manager may have been faster.
  const recent = await findNudged(tx, { personIds, now });
  const { policy } = await getNoticeSettings(tx);
  for (const { person, email, steps, refusal } of planned) {
    if (done.has(person.id)) continue;
    const outcome = refusal ?? (recent.has(person.id) ? "recent" : "sent");
    await tx.insert(nudges).values({ batchId: batch.id, personId: person.id, outcome, at: now });
    if (outcome !== "sent" || !email) continue;
    const content = writeNudge({ person, steps, by, words: batch.words, mostAWeek: policy.nudgesAWeek, now });
    const dueAt = nextSendingInstant(now, { timeZone: person.timeZone, policy });
    await queueMessage(
      tx,
      {
        ...{ personId: person.id, toName: person.name, toAddress: email, language: person.language, content },
        ...{ reason: "nudge", step: "nudge", onceKey: nudgeKey(batch.id, person.id) },
        ...{ optional: false, causedBy: batch.byPersonId, dueAt },
      },
      now,
    );
  }
}

export function nudgeKey(batchId: string, personId: string): string {
  return `nudge/${batchId}/${personId}`;
}
