import type { AttemptResult, attempts } from "#app/platform/db.server.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isAttempt } from "./check-certifications.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type Grade = (record: EvidenceRecord & { body: { kind: "attempt_submitted" } }) => AttemptResult;
type StoredAttempt = Pick<typeof attempts.$inferSelect, "id" | "personId" | "form" | "result" | "submittedAt">;

/** Each submitted attempt has one record that says the same, and the score is what the keys of its release give. */
export function checkAttempts(
  records: readonly EvidenceRecord[],
  stored: readonly StoredAttempt[],
  grade: Grade,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const byId = new Map(stored.map((attempt) => [attempt.id, attempt]));
  for (const record of records.filter(isAttempt)) {
    const { attemptId, form, result } = record.body;
    const say = (problem: string) =>
      found.push({ personId: record.personId, subject: `attempt ${attemptId}`, problem });
    if (canonicalJson(grade(record)) !== canonicalJson(result)) say("is graded differently by the keys of its release");
    const attempt = byId.get(attemptId);
    byId.delete(attemptId);
    if (!attempt) say("is in the evidence and not stored");
    else if (
      canonicalJson([attempt.form, attempt.result, attempt.submittedAt]) !== canonicalJson([form, result, record.at])
    )
      say("differs from its evidence");
  }
  for (const attempt of byId.values())
    if (attempt.submittedAt !== null)
      found.push({
        personId: attempt.personId,
        subject: `attempt ${attempt.id}`,
        problem: "was submitted without evidence",
      });
  return found;
}
