import { seededRandom, shuffle } from "../assessments/seeded-random.ts";
import type { ClauseTally } from "./clause-tally.ts";

type Candidate = { id: string; clauses: readonly string[] };

const mustPassWeight = 1.5;
/** A clause that a picked scenario already asks about counts for this much less for the others. */
const askedAlready = 0.25;

/**
 * The scenarios of one booster: those on the clauses that the person knows least, spread over several clauses. None that
 * is in `seenLast` (the booster before) while there are others. The same facts and seed give the same scenarios in the
 * same order, however `scenarios` is sorted.
 */
export function pickBoosterScenarios<T extends Candidate>(given: {
  scenarios: readonly T[];
  tally: ClauseTally;
  mustPass: ReadonlySet<string>;
  seenLast: ReadonlySet<string>;
  count: number;
  /** Breaks ties: the certification and the day. */
  seed: string;
}): T[] {
  const { tally, mustPass, seenLast, count } = given;
  const sorted = [...given.scenarios].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shuffled = shuffle(sorted, seededRandom(given.seed));
  const weights = new Map<string, number>();
  const weightOf = (clause: string) =>
    weights.get(clause) ?? clauseWeakness(tally.get(clause)) * (mustPass.has(clause) ? mustPassWeight : 1);
  const picked: T[] = [];
  for (const pool of [shuffled.filter(({ id }) => !seenLast.has(id)), shuffled.filter(({ id }) => seenLast.has(id))]) {
    const left = [...pool];
    while (picked.length < count && left.length > 0) {
      const need = (scenario: T) => Math.max(0, ...scenario.clauses.map(weightOf));
      const best = left.reduce((a, b) => (need(b) > need(a) ? b : a));
      left.splice(left.indexOf(best), 1);
      picked.push(best);
      for (const clause of best.clauses) weights.set(clause, weightOf(clause) * askedAlready);
    }
  }
  return picked;
}

/**
 * The share of wrong decisions, drawn towards a quarter while little is known (as if two more had been taken, half of
 * one of them wrong), so that a clause never asked about is weaker than one that was right and stronger than one that
 * was wrong.
 */
function clauseWeakness(tally: { asked: number; wrong: number } | undefined): number {
  return ((tally?.wrong ?? 0) + 0.5) / ((tally?.asked ?? 0) + 2);
}
