import type { Person } from "#app/features/accounts/session-keeper.server.ts";
import { findAccommodation } from "#app/features/assessments/find-accommodation.server.ts";
import { findOpenAttempt } from "#app/features/assessments/find-open-attempt.server.ts";
import { passingScore } from "#app/features/assessments/grade-attempt.ts";
import { ownTimeLimit } from "#app/features/assessments/own-time-limit.ts";
import { getStanding, type Standing } from "#app/features/certification/get-standing.server.ts";
import { type PathStep, stepsBefore } from "#app/features/certification/path-steps.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { loadNextAttempt, type NextAttempt } from "./assessment-next.server.ts";

type StepLink = Pick<PathStep, "id" | "title" | "minutes" | "href">;

type AssessmentState =
  | { kind: "passed" }
  | { kind: "running"; number: number; answered: number; total: number; position: number; closesAt: number | null }
  | { kind: "lessons-left"; steps: StepLink[] }
  | { kind: "next"; next: NextAttempt };

/** The rules of the next attempt and which of them applies now. */
export async function loadAssessment(app: AppContext, person: Person) {
  const standing = await getStanding({ ...app, personId: person.id });
  const { assessment } = standing.release.summary;
  const { submitted, voided } = standing.attempts;
  return {
    state: await assessmentState(app, { standing, person }),
    toSign: standing.progress.passed && !standing.progress.attested,
    items: assessment.items,
    needed: passingScore(assessment.passMark, assessment.items),
    minutes: assessment.minutes,
    limit: ownTimeLimit(
      assessment.timeLimitMinutes,
      assessment.timeLimitMinutes === null ? null : await findAccommodation(app.db.read, person.id),
    ),
    voided: voided.map(({ id, number, void: { at, reason } }) => ({ id, number, at, reason })),
    lastAttemptId: submitted.at(-1)?.id ?? null,
  };
}

async function assessmentState(
  app: AppContext,
  { standing, person }: { standing: Standing; person: Person },
): Promise<AssessmentState> {
  if (standing.progress.passed) return { kind: "passed" };
  const open = await findOpenAttempt({ ...app, personId: person.id });
  if (open.state === "open") {
    const { answered, attempt } = open;
    return {
      kind: "running",
      number: attempt.number,
      answered: answered.filter(Boolean).length,
      total: answered.length,
      position: answered.findIndex((done) => !done) + 1 || answered.length,
      closesAt: attempt.closesAt,
    };
  }
  const left = stepsBefore("assessment", standing.steps);
  if (left.length > 0) return { kind: "lessons-left", steps: left };
  const next = await loadNextAttempt(app, { standing, person });
  return next ? { kind: "next", next } : { kind: "passed" };
}
