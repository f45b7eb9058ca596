import { type Wave, waveGraceEnd } from "../waves/wave-applies.ts";
import type { ClaimFacts } from "./claim-facts.ts";

/**
 * The first instant after `instant` at which one of the facts begins or ends, or null. Between two such instants nothing
 * that the decision looks at changes. `waves` are those that apply to the person.
 */
export function claimRightEdge(facts: ClaimFacts, waves: readonly Wave[], instant: number): number | null {
  let edge = Number.POSITIVE_INFINITY;
  const mark = (at: number | null) => {
    if (at !== null && at > instant && at < edge) edge = at;
  };
  mark(facts.person?.leftAt ?? null);
  mark(facts.person?.knownUntil ?? null);
  for (const wave of waves) {
    mark(wave.effectiveAt);
    mark(waveGraceEnd(wave));
    mark(wave.withdrawnAt);
  }
  for (const { validFrom, validUntil } of facts.certifications) {
    mark(validFrom);
    mark(validUntil);
  }
  for (const { openedAt, liftedAt } of facts.holds) {
    mark(openedAt);
    mark(liftedAt);
  }
  for (const { grantedAt, validFrom, validUntil, endedAt } of facts.overrides) {
    mark(grantedAt);
    mark(validFrom);
    mark(validUntil);
    mark(endedAt);
  }
  return edge === Number.POSITIVE_INFINITY ? null : edge;
}
