import type { LessonCheckResult, lessonChecks } from "#app/platform/db.server.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type CheckKind = "lesson_tested_out" | "lesson_check_failed";
export type LessonCheckRecord = EvidenceRecord & { body: { kind: CheckKind } };
type StoredCheck = Omit<typeof lessonChecks.$inferSelect, "id" | "startedAt">;

/** Each check that was handed in has one record that says the same, and passed is what the keys of its release give. */
export function checkLessonChecks(
  records: readonly EvidenceRecord[],
  stored: readonly StoredCheck[],
  grade: (record: LessonCheckRecord) => LessonCheckResult,
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const open = new Map(stored.map((check) => [`${check.registrationId} ${check.moduleId}`, check]));
  for (const record of records.filter(isLessonCheck)) {
    const { kind, moduleId, form, answers, result } = record.body;
    const say = (problem: string) =>
      found.push({ personId: record.personId, subject: `check of ${moduleId} in ${record.registrationId}`, problem });
    if (canonicalJson(grade(record)) !== canonicalJson(result)) say("is graded differently by the keys of its release");
    if (result.passed !== (kind === "lesson_tested_out")) say("is recorded as the opposite of its result");
    if (record.subject !== moduleId) say("names two different modules");
    const place = `${record.registrationId} ${moduleId}`;
    const check = open.get(place);
    open.delete(place);
    const told = [record.personId, record.releaseId, form, answers, result, record.at];
    if (!check) say("is in the evidence and not stored");
    else if (canonicalJson(told) !== canonicalJson(whatIsStored(check))) say("differs from its evidence");
  }
  for (const { personId, registrationId, moduleId, submittedAt } of open.values())
    if (submittedAt !== null) {
      const subject = `check of ${moduleId} in ${registrationId}`;
      found.push({ personId, subject, problem: "was handed in without evidence" });
    }
  return found;
}

function whatIsStored({ personId, releaseId, form, answers, result, submittedAt }: StoredCheck) {
  return [personId, releaseId, form, answers, result, submittedAt];
}

function isLessonCheck(record: EvidenceRecord): record is LessonCheckRecord {
  return record.body.kind === "lesson_tested_out" || record.body.kind === "lesson_check_failed";
}
