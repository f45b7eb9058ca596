import type { AttemptResult, attempts } from "#app/platform/db.server.ts";
import { canonicalJson } from "./canonical-json.ts";
import { isAttempt } from "./check-certifications.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type Grade = (record: EvidenceRecord & { body: { kind: "attempt_submitted" } }) => AttemptResult;
type StoredAttempt = Pick<
  typeof attempts.$inferSelect,
  "id" | "personId" | "registrationId" | "releaseId" | "number" | "form" | "result" | "submittedAt"
>;

/**
 * Each submitted attempt has one record that says the same, and the score is what the keys of its release give. A void
 * stands after the submit that it names, and before a certification of the same registration.
 */
export function checkAttempts(
  records: readonly EvidenceRecord[],
  stored: readonly StoredAttempt[],
  grade: Grade,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const byId = new Map(stored.map((attempt) => [attempt.id, attempt]));
  for (const record of records.filter(isAttempt)) {
    const { attemptId, result } = record.body;
    const say = (problem: string) =>
      found.push({ personId: record.personId, subject: `attempt ${attemptId}`, problem });
    if (canonicalJson(grade(record)) !== canonicalJson(result)) say("is graded differently by the keys of its release");
    const attempt = byId.get(attemptId);
    byId.delete(attemptId);
    if (!attempt) say("is in the evidence and not stored");
    else if (
      canonicalJson(toldOf(attempt)) !== canonicalJson(toldOf({ ...record, ...record.body, submittedAt: record.at }))
    )
      say("differs from its evidence");
  }
  found.push(...checkVoids(records));
  for (const attempt of byId.values())
    if (attempt.submittedAt !== null)
      found.push({
        personId: attempt.personId,
        subject: `attempt ${attempt.id}`,
        problem: "was submitted without evidence",
      });
  return found;
}

type Told = Pick<EvidenceRecord, "personId" | "registrationId" | "releaseId"> &
  Pick<StoredAttempt, "number" | "form" | "result" | "submittedAt">;

function toldOf({ personId, registrationId, releaseId, number, form, result, submittedAt }: Told) {
  return { personId, registrationId, releaseId, number, form, result, submittedAt };
}

/** `records` may be of several people, each in order. */
function checkVoids(records: readonly EvidenceRecord[]): Discrepancy[] {
  const found: Discrepancy[] = [];
  const submitted = new Map<string, EvidenceRecord & { body: { kind: "attempt_submitted" } }>();
  const certified = new Set<string | null>();
  for (const record of records) {
    const { personId, registrationId, body } = record;
    if (isAttempt(record)) submitted.set(record.body.attemptId, record);
    else if (body.kind === "certified") certified.add(registrationId);
    if (body.kind !== "attempt_voided") continue;
    const say = (problem: string) => found.push({ personId, subject: `attempt ${body.attemptId}`, problem });
    const attempt = submitted.get(body.attemptId);
    if (
      attempt?.personId !== personId ||
      attempt.registrationId !== registrationId ||
      attempt.body.number !== body.number
    )
      say("is voided and was not submitted before");
    if (certified.has(registrationId)) say("is voided after the certification that rests on it");
  }
  return found;
}
