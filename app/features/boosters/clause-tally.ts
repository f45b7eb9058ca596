import type { EvidenceBody } from "#app/platform/db.server.ts";

/** How often decisions under a clause were taken, and how often they went wrong. A booster's answers count twice. */
export type ClauseTally = Map<string, { asked: number; wrong: number }>;

type TalliedRecord = { body: EvidenceBody };

/** Booster answers are the latest and were given from memory, long after the lesson. */
const boosterWeight = 2;

/**
 * What one registration's records say about each clause: every assessment that was not voided, and the first answer to
 * each practice scenario, because later ones were given with its feedback in sight. `clausesOf` names the clauses of a
 * scenario; one that is gone counts for none.
 */
export function tallyClauses(
  records: readonly TalliedRecord[],
  clausesOf: (scenarioId: string) => readonly string[],
): ClauseTally {
  const tally: ClauseTally = new Map();
  const add = (clause: string, asked: number, wrong: number) => {
    const known = tally.get(clause) ?? { asked: 0, wrong: 0 };
    tally.set(clause, { asked: known.asked + asked, wrong: known.wrong + wrong });
  };
  const voided = new Set(records.flatMap(({ body }) => (body.kind === "attempt_voided" ? [body.attemptId] : [])));
  const practised = new Set<string>();
  for (const { body } of records) {
    if (body.kind === "attempt_submitted" && !voided.has(body.attemptId)) {
      for (const { clause, correct, total } of body.result.clauses) add(clause, total, total - correct);
    } else if (body.kind === "scenario_answered" && !practised.has(body.scenarioId)) {
      practised.add(body.scenarioId);
      for (const clause of clausesOf(body.scenarioId)) add(clause, 1, body.correct ? 0 : 1);
    } else if (body.kind === "booster_answered") {
      for (const clause of clausesOf(body.scenarioId)) add(clause, boosterWeight, body.correct ? 0 : boosterWeight);
    }
  }
  return tally;
}
