import type { Handle } from "#app/platform/db.server.ts";
import { readAttemptState } from "../assessments/read-attempt-state.server.ts";
import type { Release } from "../programs/release-content.ts";

/** Why the assessment is not passed, for somebody who helps: nothing of items or answers. Instants in milliseconds. */
type WhyNotPassed =
  | { why: "not_taken" | "again" }
  | { why: "under_way"; since: number }
  | { why: "review"; lessons: string[] }
  | { why: "wait" | "coach"; until: number | null };

type Given = { registrationId: string | null; release: Release; now: number };

export async function whyNotPassed(handle: Handle, given: Given): Promise<WhyNotPassed> {
  const { open, submitted, decision, missed, reviewed } = await readAttemptState(handle, given);
  if (open) return { why: "under_way", since: open.startedAt };
  if (submitted.length === 0) return { why: "not_taken" };
  if (decision.allowed || decision.reason === "PASSED") return { why: "again" };
  if (decision.reason === "REVIEW_FIRST")
    return { why: "review", lessons: missed.filter(({ id }) => !reviewed.has(id)).map(({ title }) => title) };
  return { why: decision.reason === "COACH" ? "coach" : "wait", until: decision.availableAt };
}
