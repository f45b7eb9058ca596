import type { Database, dealClaims } from "#app/platform/db.server.ts";
import { decideForSubject } from "./decide-for-subject.server.ts";
import { personAt } from "./person-at.ts";
import { readManyClaimFacts } from "./read-claim-facts.server.ts";
import { readPersonVersions } from "./read-person-versions.server.ts";

type Claim = typeof dealClaims.$inferSelect;
export type UnfoundedClaim = { personId: string; subject: string; problem: string };

/**
 * Whether each stored claim was allowed: its own decision says so, and the decision taken again from the facts as of the
 * claim says so too. Waves that were entered after the claim say nothing about it.
 */
export async function checkClaims(db: Database, claims: readonly Claim[]): Promise<UnfoundedClaim[]> {
  if (claims.length === 0) return [];
  const personIds = [...new Set(claims.map((claim) => claim.personId))];
  const { program, subjects } = await readManyClaimFacts(db.read, { personIds });
  const versions = await readPersonVersions(db.read, personIds);
  return claims.flatMap((claim): UnfoundedClaim[] => {
    const say = (problem: string) => [{ personId: claim.personId, subject: `claim ${claim.id}`, problem }];
    const at = claim.claimedAt;
    if (claim.decision.outcome !== claim.outcome || claim.decision.asOf !== at) return say("differs from its decision");
    const subject = subjects.get(claim.personId);
    if (!subject) return say("is of nobody");
    const times = { at, now: Number.POSITIVE_INFINITY };
    const person = personAt(versions.get(subject.id) ?? [], { ...times, current: subject.person });
    const waves = program.waves.filter((wave) => wave.createdAt <= at);
    const { outcome, reasons } = decideForSubject({ ...program, waves }, { ...subject, person }, times);
    return outcome === "deny" ? say(`was not allowed: ${reasons.join(", ")}`) : [];
  });
}
