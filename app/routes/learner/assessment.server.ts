import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { findOpenAttempt } from "#app/features/assessments/find-open-attempt.server.ts";
import { passingScore } from "#app/features/assessments/grade-attempt.ts";
import { getStanding, type Standing } from "#app/features/certification/get-standing.server.ts";
import { type PathStep, stepsBefore } from "#app/features/certification/path-steps.ts";
import { findLineManager } from "#app/features/people/find-line-manager.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";

type StepLink = Pick<PathStep, "id" | "title" | "minutes" | "href">;

type AssessmentState =
  | { kind: "passed" }
  | { kind: "running"; answered: number; position: number; closesAt: number | null }
  | { kind: "lessons-left"; steps: StepLink[] }
  | { kind: "refused"; reason: string; availableAt: number | null; steps: StepLink[] }
  | { kind: "open"; number: number };

/** The rules of the next attempt and which of them applies now. */
export async function loadAssessment(app: AppContext, person: Person) {
  const standing = await getStanding({ ...app, personId: person.id });
  const { assessment, attempts: policy } = standing.release.summary;
  return {
    state: await assessmentState(app, standing),
    toSign: standing.progress.passed && !standing.progress.attested,
    items: assessment.items,
    needed: passingScore(assessment.passMark, assessment.items),
    minutes: assessment.minutes,
    timeLimitMinutes: assessment.timeLimitMinutes,
    policy,
    lastAttemptId: standing.attempts.submitted.at(-1)?.id ?? null,
    lineManager: await findLineManager(app.db.read, {
      managerEmployeeId: person.managerEmployeeId,
      now: standing.asOf,
    }),
  };
}

async function assessmentState(app: AppContext, standing: Standing): Promise<AssessmentState> {
  const { attempts, progress, steps, person } = standing;
  if (progress.passed) return { kind: "passed" };
  const open = await findOpenAttempt({ ...app, personId: person.id });
  if (open.state === "open") {
    const position = open.answered.findIndex((answered) => !answered) + 1 || open.answered.length;
    const answered = open.answered.filter(Boolean).length;
    return { kind: "running", answered, position, closesAt: open.attempt.closesAt };
  }
  const left = stepsBefore("assessment", steps);
  if (left.length > 0) return { kind: "lessons-left", steps: left };
  const { decision } = attempts;
  if (decision.allowed) return { kind: "open", number: decision.number };
  if (decision.reason === "PASSED") return { kind: "passed" };
  const review = steps.filter((step) => step.kind === "module" && decision.lessonsToReview.includes(step.id));
  return { kind: "refused", reason: decision.reason, availableAt: decision.availableAt, steps: review };
}
