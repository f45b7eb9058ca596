import { and, eq } from "drizzle-orm";
import { type EvidenceBody, evidence, type Handle } from "#app/platform/db.server.ts";

export type CheckpointAnswer = EvidenceBody & { kind: "checkpoint_answered" };

/** A person's answers at the checkpoints of one recording, by checkpoint. */
export async function readCheckpointAnswers(
  handle: Handle,
  { personId, replayId, media }: { personId: string; replayId: string; media: string },
): Promise<Map<string, CheckpointAnswer>> {
  const answers = await listCheckpointAnswers(handle, personId);
  const own = answers.filter((answer) => answer.replayId === replayId && answer.media === media);
  return new Map(own.map((answer) => [answer.checkpointId, answer]));
}

/** Of all replays. */
export async function listCheckpointAnswers(handle: Handle, personId: string): Promise<CheckpointAnswer[]> {
  const records = await handle
    .select({ body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.personId, personId), eq(evidence.kind, "checkpoint_answered")));
  return records.flatMap(({ body }) => (body.kind === "checkpoint_answered" ? [body] : []));
}
