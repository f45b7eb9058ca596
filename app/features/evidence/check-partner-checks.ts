import type { AttemptResult, partnerChecks } from "#app/platform/db.server.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

export type PartnerCheckRecord = EvidenceRecord & { body: { kind: "partner_check_submitted" } };
type StoredCheck = Omit<typeof partnerChecks.$inferSelect, "startedAt">;

/** Each submitted check has one record that says the same, and its result is what the keys of its release give. */
export function checkPartnerChecks(
  records: readonly EvidenceRecord[],
  stored: readonly StoredCheck[],
  grade: (record: PartnerCheckRecord) => AttemptResult,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const open = new Map(stored.map((check) => [check.id, check]));
  for (const record of records.filter(isPartnerCheck)) {
    const { checkId, result } = record.body;
    const say = (problem: string) =>
      found.push({ personId: record.personId, subject: `partner check ${checkId}`, problem });
    if (canonicalJson(grade(record)) !== canonicalJson(result)) say("is graded differently by the keys of its release");
    const check = open.get(checkId);
    open.delete(checkId);
    if (!check) say("is in the evidence and not stored");
    else if (canonicalJson(whatIsTold(record)) !== canonicalJson(whatIsStored(check))) say("differs from its evidence");
  }
  for (const { id, personId, submittedAt } of open.values())
    if (submittedAt !== null)
      found.push({ personId, subject: `partner check ${id}`, problem: "was submitted without evidence" });
  return found;
}

export function isPartnerCheck(record: EvidenceRecord): record is PartnerCheckRecord {
  return record.body.kind === "partner_check_submitted";
}

function whatIsTold({ personId, releaseId, at, subject, body }: PartnerCheckRecord) {
  const { editionId, number, form, answers, result } = body;
  return [subject, personId, editionId, releaseId, number, form, answers, at, result.passed ? at : null, result];
}

function whatIsStored(check: StoredCheck) {
  const { id, personId, editionId, releaseId, number, form, answers, submittedAt, passedAt, result } = check;
  return [id, personId, editionId, releaseId, number, form, answers, submittedAt, passedAt, result];
}
