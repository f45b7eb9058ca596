import { newId } from "#app/platform/new-id.server.ts";
import { type ClaimDecision, decideClaimRight } from "./decide-claim-right.ts";
import type { ProgramFacts, PublishedRelease, Subject } from "./sort-fact-rows.server.ts";

export type Decided = ClaimDecision & { decisionId: string; asOf: number; release: PublishedRelease | null };

/** Decides for one subject and names the decision. `at` and `now` in milliseconds. */
export function decideForSubject(
  { waves, releases }: ProgramFacts,
  subject: Subject | null,
  { at, now }: { at: number; now: number },
): Decided {
  const person = subject?.person ?? null;
  const { certifications, overrides } = subject ?? { certifications: [], overrides: [] };
  // The clocks of two nodes differ a little: a hold that is stored and not lifted is in force by now whatever it says.
  const holds = (subject?.holds ?? []).map((hold) =>
    hold.liftedAt === null && at >= now ? { ...hold, openedAt: Math.min(hold.openedAt, at) } : hold,
  );
  const decision = decideClaimRight({ person, waves, certifications, holds, overrides, instant: at });
  const editionId = decision.editionId ?? decision.shadow?.editionId ?? null;
  const release = editionId === null ? null : releaseAt(releases, editionId, at);
  return { ...decision, decisionId: newId(), asOf: at, release };
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
