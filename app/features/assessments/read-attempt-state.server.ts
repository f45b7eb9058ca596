import { and, asc, eq, inArray } from "drizzle-orm";
import {
  type AttemptResult,
  attempts,
  type EvidenceBody,
  evidence,
  type Handle,
  type ModuleSummary,
} from "#app/platform/db.server.ts";
import type { Release } from "../programs/release-content.ts";
import { attemptEnd } from "./attempt-end.ts";
import { type AttemptDecision, attemptDecision, attemptsLeft } from "./attempt-policy.ts";
import { type AttemptVoid, voidsOf } from "./attempt-void.ts";
import type { Attempt } from "./get-attempt.server.ts";
import { missedLessons } from "./missed-lessons.ts";

type SubmittedAttempt = Attempt & { submittedAt: number; result: AttemptResult };

export type AttemptState = {
  /** Those that count, in their order. */
  submitted: SubmittedAttempt[];
  /** Those that count for nothing, in their order. */
  voided: (SubmittedAttempt & { void: AttemptVoid })[];
  open: Attempt | null;
  /** What to read again after the last attempt that counts, and which of it was confirmed. */
  missed: ModuleSummary[];
  reviewed: ReadonlySet<string>;
  decision: AttemptDecision;
  /** The number that the next attempt will have: of all, also the voided ones. */
  nextNumber: number;
  /** Of the most within the days of the policy. */
  left: number;
};

const kinds = ["lesson_reviewed", "attempt_unlocked", "attempt_voided"] as const satisfies EvidenceBody["kind"][];

/** Where a registration stands with its attempts at `now`. An open attempt may be past its time limit. */
export async function readAttemptState(
  handle: Handle,
  given: { registrationId: string | null; release: Release; now: number },
): Promise<AttemptState> {
  const { registrationId, release, now } = given;
  const all = registrationId === null ? [] : await listAttempts(handle, registrationId);
  const records = registrationId === null || all.length === 0 ? [] : await listRecords(handle, registrationId);
  const voids = voidsOf(records);
  const closed = all.filter(isSubmitted);
  const submitted = closed.filter(({ id }) => !voids.has(id));
  const last = submitted.at(-1);
  const missed = last && !last.result.passed ? missedLessons(release.summary.modules, last.result) : [];
  const reviewed = reviewedAfter(last?.id, records);
  const earlier = submitted.map((one) => ({
    number: one.number,
    endedAt: attemptEnd(one),
    passed: one.result.passed,
  }));
  const policy = release.summary.attempts;
  return {
    submitted,
    voided: closed.flatMap((attempt) => {
      const voided = voids.get(attempt.id);
      return voided ? [{ ...attempt, void: voided }] : [];
    }),
    open: all.find((attempt) => attempt.submittedAt === null) ?? null,
    missed,
    reviewed,
    decision: attemptDecision({
      earlier,
      missedLessons: missed.map((module) => module.id),
      reviewedLessons: reviewed,
      now,
      policy,
      coachUnlocks: records.filter(({ body }) => body.kind === "attempt_unlocked").length,
    }),
    nextNumber: (all.at(-1)?.number ?? 0) + 1,
    left: attemptsLeft(earlier, { now, policy }),
  };
}

function listAttempts(handle: Handle, registrationId: string): PromiseLike<Attempt[]> {
  return handle
    .select()
    .from(attempts)
    .where(eq(attempts.registrationId, registrationId))
    .orderBy(asc(attempts.number));
}

function listRecords(handle: Handle, registrationId: string) {
  return handle
    .select({ at: evidence.at, body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.registrationId, registrationId), inArray(evidence.kind, [...kinds])));
}

function isSubmitted(attempt: Attempt): attempt is SubmittedAttempt {
  return attempt.submittedAt !== null && attempt.result !== null;
}

/** The modules confirmed again after this attempt: their evidence names it. */
function reviewedAfter(attemptId: string | undefined, records: readonly { body: EvidenceBody }[]): Set<string> {
  return new Set(
    records.flatMap(({ body }) =>
      body.kind === "lesson_reviewed" && body.attemptId === attemptId ? [body.moduleId] : [],
    ),
  );
}
