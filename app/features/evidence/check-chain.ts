import type { evidence } from "#app/platform/db.server.ts";

export type EvidenceRecord = typeof evidence.$inferSelect;
export type Discrepancy = { personId: string; subject: string; problem: string };

/** One person's records in order: gapless, each sealed over the one before it, never going back in time. */
export function checkChain(
  records: readonly EvidenceRecord[],
  hashOf: (record: EvidenceRecord) => string,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  let previous: EvidenceRecord | undefined;
  for (const record of records) {
    const say = (problem: string) => found.push({ personId: record.personId, subject: record.id, problem });
    if (record.seq !== (previous?.seq ?? 0) + 1)
      say(`record ${(previous?.seq ?? 0) + 1} is missing before ${record.seq}`);
    if (record.previousHash !== (previous?.hash ?? null)) say("does not continue the record before it");
    if (record.hash !== hashOf(record)) say("was changed after it was sealed");
    if (record.kind !== record.body.kind) say("names two different kinds");
    if (previous && record.at < previous.at) say("is dated before the record before it");
    previous = record;
  }
  return found;
}
