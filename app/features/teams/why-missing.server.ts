import type { Handle } from "#app/platform/db.server.ts";
import { readAttemptState } from "../assessments/read-attempt-state.server.ts";
import type { Release } from "../programs/release-content.ts";

/** Why the assessment is not passed, for somebody who helps: nothing of items or answers. Instants in milliseconds. */
type WhyNotPassed =
  | { why: "not_taken" | "again" }
  | { why: "under_way"; since: number }
  /** `until` is when another attempt can start at the earliest, where reading is not all. */
  | { why: "review"; lessons: string[]; until: number | null }
  | { why: "wait" | "cap" | "coach"; until: number | null };

type Given = { registrationId: string | null; release: Release; now: number };

const whys = { WAIT: "wait", CAP: "cap", COACH: "coach" } as const;

export async function whyNotPassed(handle: Handle, given: Given): Promise<WhyNotPassed> {
  const { open, submitted, decision, missed, reviewed } = await readAttemptState(handle, given);
  if (open) return { why: "under_way", since: open.startedAt };
  if (submitted.length === 0) return { why: "not_taken" };
  if (decision.allowed || decision.reason === "PASSED") return { why: "again" };
  if (decision.reason === "REVIEW_FIRST")
    return {
      why: "review",
      lessons: missed.filter(({ id }) => !reviewed.has(id)).map(({ title }) => title),
      until: decision.availableAt,
    };
  return { why: whys[decision.reason], until: decision.availableAt };
}
