import { newId } from "#app/platform/new-id.server.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import { type ClaimDecision, decideClaimRight } from "./decide-claim-right.ts";
import type { ProgramFacts, PublishedRelease, Subject } from "./sort-fact-rows.server.ts";

export type Decided = ClaimDecision & { decisionId: string; asOf: number; release: PublishedRelease | null };

/** Decides for one subject and names the decision. `at` and `now` in milliseconds. */
export function decideForSubject(
  program: ProgramFacts,
  subject: Subject | null,
  { at, now }: { at: number; now: number },
): Decided {
  const decision = decideFacts(program, subject ?? nobody, { at, now });
  const editionId = decision.editionId ?? decision.shadow?.editionId ?? null;
  const release = editionId === null ? null : releaseAt(program.releases, editionId, at);
  return { ...decision, decisionId: newId(), asOf: at, release };
}

const nobody = { person: null, certifications: [], holds: [], overrides: [] };

/** The decision alone, from what is stored by `now`. */
export function decideFacts(
  { waves }: Pick<ProgramFacts, "waves">,
  { person, certifications, holds, overrides }: Omit<ClaimFacts, "waves">,
  { at, now }: { at: number; now: number },
): ClaimDecision {
  // The clocks of two nodes differ a little: a hold that is stored and not lifted is in force by now whatever it says.
  const stored = holds.map((hold) =>
    hold.liftedAt === null && at >= now ? { ...hold, openedAt: Math.min(hold.openedAt, at) } : hold,
  );
  return decideClaimRight({ person, waves, certifications, holds: stored, overrides, instant: at });
}

/** The release of an edition that was current at an instant; before the first, the first. */
export function releaseAt(
  releases: readonly PublishedRelease[],
  editionId: string,
  at: number,
): PublishedRelease | null {
  const ofEdition = releases
    .filter((release) => release.editionId === editionId)
    .sort((a, b) => a.publishedAt - b.publishedAt || (a.id < b.id ? -1 : 1));
  return ofEdition.findLast((release) => release.publishedAt <= at) ?? ofEdition[0] ?? null;
}
