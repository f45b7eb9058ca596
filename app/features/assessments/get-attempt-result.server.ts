import type { Clock } from "#app/platform/clock.ts";
import type { AttemptResult, ClauseSummary, Database, ModuleSummary } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import { attemptEnd, isOverdue } from "./attempt-end.ts";
import type { AttemptVoid } from "./attempt-void.ts";
import { type Explanation, explainItems } from "./explain-items.ts";
import { findVoid } from "./find-void.server.ts";
import { getAttempt } from "./get-attempt.server.ts";
import { passingScore } from "./grade-attempt.ts";
import { listAnswers } from "./list-answers.server.ts";
import { settleOverdueAttempt } from "./settle-overdue-attempt.server.ts";

export type ClauseScore = {
  clause: ClauseSummary;
  correct: number;
  total: number;
  /** The lessons that teach it. */
  lessons: Pick<ModuleSummary, "id" | "title" | "minutes">[];
};

export type AttemptReport = {
  attemptId: string;
  number: number;
  editionId: string;
  startedAt: number;
  endedAt: number;
  result: AttemptResult;
  /** Set when the attempt counts for nothing, whatever its result. */
  voided: AttemptVoid | null;
  /** Closed by the server, not by the person: at the time limit, or because another edition of the rules applies. */
  closedBy: "person" | "time" | "edition";
  /** Right answers that a pass needs. */
  passingScore: number;
  /** Clauses with something wrong, and those with everything right. */
  missed: ClauseScore[];
  held: ClauseScore[];
  /** Every question with its right answer; null unless the attempt is a pass, so that keys stay unknown. */
  explanations: Explanation[] | null;
};

/** How an attempt of this person went. Throws not-found for somebody else's, conflict for one still in progress. */
export async function getAttemptResult(given: {
  db: Database;
  clock: Clock;
  personId: string;
  attemptId: string;
}): Promise<AttemptReport> {
  const { db, clock, personId, attemptId } = given;
  const asked = await getAttempt(db.read, { personId, attemptId });
  const settled = await settleOverdueAttempt({ db, clock, attempt: asked });
  const attempt = settled ? await getAttempt(db.read, { personId, attemptId }) : asked;
  const { submittedAt, result } = attempt;
  if (submittedAt === null || result === null) {
    throw new AppError("conflict", "This attempt is still in progress. Submit it to see its result.");
  }
  const { summary, editionId } = await getRelease(db, attempt.releaseId);
  const voided = await findVoid(db.read, attempt);
  const clauses = new Map(summary.edition.sections.flatMap((s) => s.clauses).map((clause) => [clause.id, clause]));
  const scores = result.clauses.map(({ clause, correct, total, mustPass }) => ({
    clause: clauses.get(clause) ?? { id: clause, text: "", mustPass },
    correct,
    total,
    lessons: summary.modules
      .filter((module) => module.teaches.includes(clause))
      .map(({ id, title, minutes }) => ({ id, title, minutes })),
  }));
  return {
    attemptId,
    number: attempt.number,
    editionId,
    startedAt: attempt.startedAt,
    endedAt: attemptEnd({ closesAt: attempt.closesAt, submittedAt }),
    result,
    voided,
    closedBy: !result.timedOut ? "person" : isOverdue(attempt, submittedAt) ? "time" : "edition",
    passingScore: passingScore(summary.assessment.passMark, result.total),
    missed: scores.filter((score) => score.correct < score.total),
    held: scores.filter((score) => score.correct === score.total),
    explanations:
      result.passed && !voided
        ? explainItems({
            form: attempt.form,
            bank: await listItems(db, attempt.releaseId),
            answers: await listAnswers(db.read, attemptId),
          })
        : null,
  };
}
