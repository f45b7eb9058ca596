import type { AttemptResult, Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { type Explanation, explainItems } from "../assessments/explain-items.ts";
import { passingScore } from "../assessments/grade-attempt.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import { type ChapterOn, chaptersOn } from "./chapters-on.ts";
import { getPartnerCheckKeys } from "./get-partner-check-keys.server.ts";
import { getPartnerCheck } from "./list-partner-checks.server.ts";

type ClauseResult = { clause: { id: string; text: string }; correct: number; total: number; chapters: ChapterOn[] };

export type CheckReport = {
  checkId: string;
  number: number;
  editionId: string;
  submittedAt: number;
  result: AttemptResult;
  /** Right answers that a pass needs. */
  needed: number;
  /** Clauses with something wrong, with where the replays talk about them, and those with everything right. */
  missed: ClauseResult[];
  held: ClauseResult[];
  /** Every question with its right answer; null unless the check is a pass, so that keys stay unknown. */
  explanations: Explanation[] | null;
};

/** How a check of this person went. Throws not-found for somebody else's, conflict for one still in progress. */
export async function getCheckResult(given: { db: Database; personId: string; checkId: string }): Promise<CheckReport> {
  const { db, personId, checkId } = given;
  const { submittedAt, result, number, editionId, releaseId, form, answers } = await getPartnerCheck(db.read, given);
  if (submittedAt === null || result === null)
    throw new AppError("conflict", `The check ${checkId} of ${personId} is still in progress.`);
  const { summary } = await getRelease(db, releaseId);
  const { bank, passMark } = await getPartnerCheckKeys(db, releaseId);
  const replays = await listReplays(db, releaseId);
  const texts = new Map(summary.edition.sections.flatMap((s) => s.clauses).map(({ id, text }) => [id, text]));
  const clauses = result.clauses.map(({ clause, correct, total }) => ({
    clause: { id: clause, text: texts.get(clause) ?? "" },
    ...{ correct, total },
    chapters: chaptersOn(clause, replays),
  }));
  return {
    ...{ checkId, number, editionId, submittedAt, result },
    needed: passingScore(passMark, result.total),
    missed: clauses.filter(({ correct, total }) => correct < total),
    held: clauses.filter(({ correct, total }) => correct === total),
    explanations: result.passed ? explainItems({ form, bank, answers }) : null,
  };
}
