import { and, asc, eq, inArray } from "drizzle-orm";
import { type EvidenceBody, evidence, type Handle } from "#app/platform/db.server.ts";
import type { Release } from "../programs/release-content.ts";
import { type PathStep, stepKey } from "./path-steps.ts";

const kindOfStep: Partial<Record<EvidenceBody["kind"], PathStep["kind"]>> = {
  lesson_read: "module",
  lesson_tested_out: "module",
  story_ended: "story",
  attested: "attestation",
};

/** When the steps of a registration were first done, by `stepKey`. */
export async function listDoneSteps(
  handle: Handle,
  { registrationId, release }: { registrationId: string; release: Release },
): Promise<Record<string, number>> {
  const kinds = [...Object.keys(kindOfStep), "attempt_submitted"] as EvidenceBody["kind"][];
  const records = await handle
    .select({ kind: evidence.kind, subject: evidence.subject, at: evidence.at, body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.registrationId, registrationId), inArray(evidence.kind, kinds)))
    .orderBy(asc(evidence.seq));
  const done: Record<string, number> = {};
  for (const { kind, subject, at, body } of records) {
    const passed = body.kind === "attempt_submitted" && body.result.passed;
    const step = passed ? "assessment" : kindOfStep[kind];
    if (!step) continue;
    const id = step === "assessment" ? release.summary.assessment.id : step === "attestation" ? "attestation" : subject;
    done[stepKey({ kind: step, id })] ??= at;
  }
  return done;
}
