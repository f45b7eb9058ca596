import type { Database } from "#app/platform/db.server.ts";
import { type MarkedFacts, readMarkedFacts } from "./read-marked-facts.server.ts";
import { isReadable } from "./standing-facts.ts";

/**
 * Of some people those whose stored facts are in use and are not what evidence and its shortcuts say. Facts that a
 * change has taken out of use are nobody's, and a change while this looks makes it look again.
 */
export async function checkStandingFacts(db: Database, personIds: readonly string[]) {
  const differ = (await readMarkedFacts(db, personIds)).filter(isFalse);
  if (differ.length === 0) return [];
  const again = await readMarkedFacts(
    db,
    differ.map(({ personId }) => personId),
  );
  return again.filter(isFalse).map(({ personId }) => ({
    personId,
    subject: "standing facts",
    problem: 'are not what the evidence says; "cleared teams rebuild" makes them anew',
  }));
}

function isFalse({ mark, facts, stored }: MarkedFacts): boolean {
  return stored !== null && stored.mark === mark && isReadable(stored.facts) && stored.facts !== facts;
}
