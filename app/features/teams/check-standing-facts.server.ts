import type { Database } from "#app/platform/db.server.ts";
import { readMarkedFacts } from "./read-marked-facts.server.ts";

/**
 * Of some people those whose stored facts are in use and are not what evidence and its shortcuts say. Facts that a
 * change has taken out of use are nobody's, and a change while this looks makes it look again.
 */
export async function checkStandingFacts(db: Database, personIds: readonly string[]) {
  const inUse = ({ mark, stored }: { mark: number; stored: { mark: number } | null }) => stored?.mark === mark;
  const differ = (await readMarkedFacts(db, personIds)).filter((one) => inUse(one) && one.stored?.facts !== one.facts);
  if (differ.length === 0) return [];
  const again = await readMarkedFacts(
    db,
    differ.map(({ personId }) => personId),
  );
  return again
    .filter((one) => inUse(one) && one.stored?.facts !== one.facts)
    .map(({ personId }) => ({
      personId,
      subject: "standing facts",
      problem: 'are not what the evidence says; "cleared teams rebuild" makes them anew',
    }));
}
