import { and, asc, count, eq } from "drizzle-orm";
import { type AttemptResult, attempts, evidence, type Handle, type ModuleSummary } from "#app/platform/db.server.ts";
import type { Release } from "../programs/release-content.ts";
import { attemptEnd } from "./attempt-end.ts";
import { type AttemptDecision, attemptDecision } from "./attempt-policy.ts";
import type { Attempt } from "./get-attempt.server.ts";
import { missedLessons } from "./missed-lessons.ts";

type SubmittedAttempt = Attempt & { submittedAt: number; result: AttemptResult };

export type AttemptState = {
  /** In their order. */
  submitted: SubmittedAttempt[];
  open: Attempt | null;
  /** What to read again after the last attempt, and which of it was confirmed. */
  missed: ModuleSummary[];
  reviewed: ReadonlySet<string>;
  decision: AttemptDecision;
};

/** Where a registration stands with its attempts at `now`. An open attempt may be past its time limit. */
export async function readAttemptState(
  handle: Handle,
  given: { registrationId: string | null; release: Release; now: number },
): Promise<AttemptState> {
  const { registrationId, release, now } = given;
  const all =
    registrationId === null
      ? []
      : await handle
          .select()
          .from(attempts)
          .where(eq(attempts.registrationId, registrationId))
          .orderBy(asc(attempts.number));
  const submitted = all.filter(isSubmitted);
  const last = submitted.at(-1);
  const missed = last && !last.result.passed ? missedLessons(release.summary.modules, last.result) : [];
  const reviewed = last && missed.length > 0 ? await listReviewed(handle, last) : new Set<string>();
  const decision = attemptDecision({
    earlier: submitted.map((one) => ({ number: one.number, endedAt: attemptEnd(one), passed: one.result.passed })),
    missedLessons: missed.map((module) => module.id),
    reviewedLessons: reviewed,
    now,
    policy: release.summary.attempts,
    coachUnlocks: last ? await countUnlocks(handle, last.registrationId) : 0,
  });
  return { submitted, open: all.find((attempt) => attempt.submittedAt === null) ?? null, missed, reviewed, decision };
}

function isSubmitted(attempt: Attempt): attempt is SubmittedAttempt {
  return attempt.submittedAt !== null && attempt.result !== null;
}

/** The modules confirmed again after this attempt: their evidence names it. */
async function listReviewed(handle: Handle, attempt: Attempt): Promise<Set<string>> {
  const records = await handle
    .select({ body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.registrationId, attempt.registrationId), eq(evidence.kind, "lesson_reviewed")));
  const bodies = records.map((record) => record.body);
  return new Set(
    bodies.flatMap((body) => (body.kind === "lesson_reviewed" && body.attemptId === attempt.id ? [body.moduleId] : [])),
  );
}

async function countUnlocks(handle: Handle, registrationId: string): Promise<number> {
  const [found] = await handle
    .select({ unlocks: count() })
    .from(evidence)
    .where(and(eq(evidence.registrationId, registrationId), eq(evidence.kind, "attempt_unlocked")));
  return found?.unlocks ?? 0;
}
