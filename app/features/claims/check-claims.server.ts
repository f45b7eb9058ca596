import type { Database } from "#app/platform/db.server.ts";
import type { DealClaim } from "./decide-and-record.server.ts";
import { decideClaimRight } from "./decide-claim-right.ts";
import { personAt } from "./person-at.ts";
import { readManyClaimFacts } from "./read-claim-facts.server.ts";
import { readPersonVersions } from "./read-person-versions.server.ts";

export type ClaimDiscrepancy = { personId: string; subject: string; problem: string };

/**
 * Decides every claim again from the facts as of its instant and names those where the answer is not the one recorded.
 * Only waves that were there when the decision was taken count, and the one that it names.
 */
export async function checkClaims(db: Database, claims: readonly DealClaim[]): Promise<ClaimDiscrepancy[]> {
  const personIds = [...new Set(claims.map((claim) => claim.personId))];
  if (personIds.length === 0) return [];
  const { program, subjects } = await readManyClaimFacts(db.read, { personIds });
  const versions = await readPersonVersions(db.read, personIds);
  return claims.flatMap((claim) => {
    const { personId, decision, claimedAt } = claim;
    const subject = subjects.get(personId);
    const waves = program.waves.filter((wave) => wave.createdAt <= claimedAt || wave.id === decision.waveId);
    const outcomeAt = (instant: number) =>
      subject &&
      decideClaimRight({
        ...subject,
        person: personAt(versions.get(personId) ?? [], { current: subject.person, at: instant, now: claimedAt }),
        waves,
        instant,
      }).outcome;
    const say = (problem: string) => [{ personId, subject: `claim ${claim.id}`, problem }];
    if (decision.outcome !== claim.outcome || decision.decisionId !== claim.decisionId || decision.asOf !== claimedAt) {
      return say("does not agree with the decision stored with it");
    }
    // What was recorded in the same millisecond may have come before the claim or after it.
    if (outcomeAt(claimedAt) === claim.outcome || outcomeAt(claimedAt - 1) === claim.outcome) return [];
    return say(`was recorded as ${claim.outcome}, but the facts of that instant say ${outcomeAt(claimedAt)}`);
  });
}
