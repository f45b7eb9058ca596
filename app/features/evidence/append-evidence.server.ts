import { desc, eq } from "drizzle-orm";
import { type EvidenceBody, evidence, type Handle } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { evidenceHash } from "./evidence-hash.server.ts";

export type NewEvidence = {
  personId: string;
  /** When it happened; never before the person's previous record. */
  at: number;
  registrationId: string | null;
  releaseId: string | null;
  subject: string;
  body: EvidenceBody;
};

/** Adds one record to the person's chain. Call inside `db.write(…, { person })`, so that the chain has one end. */
export async function appendEvidence(tx: Handle, record: NewEvidence): Promise<typeof evidence.$inferSelect> {
  const [head] = await tx
    .select({ seq: evidence.seq, hash: evidence.hash })
    .from(evidence)
    .where(eq(evidence.personId, record.personId))
    .orderBy(desc(evidence.seq))
    .limit(1);
  const unsealed = {
    id: newId(),
    seq: (head?.seq ?? 0) + 1,
    kind: record.body.kind,
    previousHash: head?.hash ?? null,
    ...record,
  };
  const sealed = { ...unsealed, hash: evidenceHash(unsealed) };
  await tx.insert(evidence).values(sealed);
  return sealed;
}
