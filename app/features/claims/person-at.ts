import type { PersonFacts } from "./claim-facts.ts";

export type PersonVersion = Pick<PersonFacts, "kind" | "country" | "leftAt" | "onLeave"> & { validFrom: number };

/**
 * The person as known at a past instant: the latest of the versions (oldest first) that had begun. Before the first, the
 * person was not there yet. Without any version nothing is known of the past, so the person is there from `now` on.
 */
export function personAt(
  versions: readonly PersonVersion[],
  { current, at, now }: { current: PersonFacts; at: number; now: number },
): PersonFacts {
  const following = versions.findIndex((version) => version.validFrom > at);
  const index = following === -1 ? versions.length - 1 : Math.max(0, following - 1);
  const version = versions[index];
  if (!version) return { ...current, knownFrom: now };
  const { validFrom, ...known } = version;
  return { ...known, knownFrom: validFrom, knownUntil: versions[index + 1]?.validFrom ?? null };
}
