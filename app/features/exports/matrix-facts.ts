import type { PathStep } from "../certification/path-steps.ts";
import { stepKey } from "../certification/path-steps.ts";
import type { Release } from "../programs/release-content.ts";

/** What happened in one registration, oldest first. Instants in milliseconds since 1970 UTC. */
export type StepRecord = { kind: string; subject: string; at: number };
export type PassedAttempt = { id: string; submittedAt: number };

const stepOf: Record<string, PathStep["kind"]> = {
  lesson_read: "module",
  lesson_tested_out: "module",
  story_ended: "story",
  attested: "attestation",
};

/** When the steps of a release were first done, by `stepKey`, from the records of one registration. */
export function stepsDone(release: Release, records: readonly StepRecord[], passed: readonly PassedAttempt[]) {
  const done = new Map<string, number>();
  const note = (key: string, at: number) => done.set(key, Math.min(at, done.get(key) ?? at));
  const voided = new Set(records.filter(({ kind }) => kind === "attempt_voided").map(({ subject }) => subject));
  for (const { kind, subject, at } of records) {
    const step = stepOf[kind];
    if (step) note(stepKey({ kind: step, id: step === "attestation" ? "attestation" : subject }), at);
  }
  const assessment = stepKey({ kind: "assessment", id: release.summary.assessment.id });
  for (const { id, submittedAt } of passed) if (!voided.has(id)) note(assessment, submittedAt);
  return done;
}
