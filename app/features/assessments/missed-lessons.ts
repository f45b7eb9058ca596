import type { AttemptResult, ModuleSummary } from "#app/platform/db.server.ts";

/** The modules that teach a clause in which the attempt got something wrong, in their order. */
export function missedLessons(modules: readonly ModuleSummary[], result: AttemptResult): ModuleSummary[] {
  const missed = new Set(result.clauses.filter((tally) => tally.correct < tally.total).map((tally) => tally.clause));
  return modules
    .filter((module) => module.teaches.some((clause) => missed.has(clause)))
    .sort((a, b) => a.order - b.order);
}
