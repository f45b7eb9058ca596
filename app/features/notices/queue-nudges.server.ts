import { and, eq, inArray } from "drizzle-orm";
import { type Handle, type nudgeBatches, nudges } from "#app/platform/db.server.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { nextSendingInstant } from "./next-sending-instant.ts";
import { getNoticeSettings } from "./notice-settings.server.ts";
import { findNudged, type PlannedNudge } from "./plan-nudges.server.ts";
import { tryNudge } from "./try-nudge.ts";

type Unwritten = { personId: string; fault: unknown };
type Nudging = {
  planned: readonly PlannedNudge[];
  batch: typeof nudgeBatches.$inferSelect;
  /** The name of who sends them. */
  by: string;
  now: number;
};

/** Queues what is planned and keeps what became of everybody. Answers those whose mail could not be written. */
export async function queueNudges(tx: Handle, { batch, by, planned, now }: Nudging): Promise<Unwritten[]> {
  const personIds = planned.map(({ person }) => person.id);
  if (personIds.length === 0) return [];
  const taken = await tx
    .select({ personId: nudges.personId })
    .from(nudges)
    .where(and(eq(nudges.batchId, batch.id), inArray(nudges.personId, personIds)));
  const done = new Set(taken.map(({ personId }) => personId));
  // Asked again inside: another manager may have been faster.
  const recent = await findNudged(tx, { personIds, now });
  const { policy } = await getNoticeSettings(tx);
  const unwritten: Unwritten[] = [];
  for (const { person, email, steps, refusal } of planned) {
    if (done.has(person.id)) continue;
    const why = refusal ?? (recent.has(person.id) ? "recent" : null);
    const mail = why ? null : tryNudge({ person, steps, by, words: batch.words, mostAWeek: policy.nudgesAWeek, now });
    const outcome = why ?? (mail?.content ? "sent" : "unwritten");
    await tx.insert(nudges).values({ batchId: batch.id, personId: person.id, outcome, at: now });
    if (mail && !mail.content) unwritten.push({ personId: person.id, fault: mail.fault });
    if (!mail?.content || !email) continue;
    const dueAt = nextSendingInstant(now, { timeZone: person.timeZone, policy });
    await queueMessage(
      tx,
      {
        ...{ personId: person.id, toName: person.name, toAddress: email, language: person.language },
        ...{ reason: "nudge", step: "nudge", onceKey: nudgeKey(batch.id, person.id), content: mail.content },
        ...{ optional: false, causedBy: batch.byPersonId, dueAt },
      },
      now,
    );
  }
  return unwritten;
}

export function nudgeKey(batchId: string, personId: string): string {
  return `nudge/${batchId}/${personId}`;
}
