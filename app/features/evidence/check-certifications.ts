import type { AttemptResult } from "#app/platform/db.server.ts";
import { progressOf } from "../certification/progress.ts";
import type { Release } from "../programs/release-content.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";

type Grade = (record: EvidenceRecord & { body: { kind: "attempt_submitted" } }) => AttemptResult;

/**
 * Whether each certification of one person was earned by what stands before it in the same registration: every module
 * read, the story brought to an end, an attempt that passes when graded again, and the signature.
 */
export function checkCertifications(
  records: readonly EvidenceRecord[],
  { grade, releaseOf }: { grade: Grade; releaseOf: (id: string) => Release },
): Discrepancy[] {
  const found: Discrepancy[] = [];
  const byRegistration = Map.groupBy(records, (record) => record.registrationId);
  for (const [registrationId, steps] of byRegistration) {
    const certified = steps.find((record) => record.kind === "certified");
    if (!certified || registrationId === null) continue;
    const say = (problem: string) =>
      found.push({ personId: certified.personId, subject: `certification of registration ${registrationId}`, problem });
    const before = steps.filter((record) => record.seq < certified.seq);
    const submitted = before.filter(isAttempt).map((record) => ({ id: record.subject, result: grade(record) }));
    const progress = progressOf(before, submitted);
    const { modules, story } = releaseOf(certified.releaseId ?? "").summary;
    const unread = modules.filter((module) => !progress.readModules.has(module.id));
    if (unread.length > 0) say(`was granted without reading ${unread.map((module) => module.id).join(", ")}`);
    if (story && !progress.endedStories.has(story.id)) say(`was granted without the story ${story.id}`);
    if (!progress.passed) say("was granted without a passed attempt");
    if (!progress.attested) say("was granted without a signature");
  }
  return found;
}

export function isAttempt(record: EvidenceRecord): record is EvidenceRecord & { body: { kind: "attempt_submitted" } } {
  return record.body.kind === "attempt_submitted";
}
