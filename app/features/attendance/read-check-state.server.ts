import type { AttemptResult, Handle } from "#app/platform/db.server.ts";
import { attemptsLeft } from "../assessments/attempt-policy.ts";
import type { Release } from "../programs/release-content.ts";
import { listPartnerChecks, type PartnerCheck } from "./list-partner-checks.server.ts";
import { type PartnerCheckDecision, partnerCheckDecision } from "./partner-check-policy.ts";

type SubmittedCheck = PartnerCheck & { submittedAt: number; result: AttemptResult };

export type CheckState = {
  /** In their order. */
  submitted: SubmittedCheck[];
  open: PartnerCheck | null;
  passed: boolean;
  decision: PartnerCheckDecision;
  nextNumber: number;
  /** Of the most within the days of the policy. */
  left: number;
};

/** Where a partner stands with the check of an edition. */
export async function readCheckState(
  handle: Handle,
  { personId, release, now }: { personId: string; release: Release; now: number },
): Promise<CheckState> {
  const checks = await listPartnerChecks(handle, { personId, editionId: release.editionId });
  const submitted = checks.filter(isSubmitted);
  const policy = release.summary.attempts;
  const earlier = submitted.map(({ number, submittedAt, result }) => ({
    ...{ number, endedAt: submittedAt, passed: result.passed },
  }));
  return {
    submitted,
    open: checks.find(({ submittedAt }) => submittedAt === null) ?? null,
    passed: earlier.some(({ passed }) => passed),
    decision: partnerCheckDecision({ earlier, now, policy }),
    nextNumber: (checks.at(-1)?.number ?? 0) + 1,
    left: attemptsLeft(earlier, { now, policy }),
  };
}

function isSubmitted(check: PartnerCheck): check is SubmittedCheck {
  return check.submittedAt !== null && check.result !== null;
}
