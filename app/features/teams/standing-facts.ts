import type { CertificationFacts, HoldFacts, OverrideFacts } from "../claims/claim-facts.ts";
import type { TrainingPath } from "./team-member.ts";

/** What was done in the last registration for an edition. Instants in milliseconds. */
export type RegistrationFacts = {
  editionId: string;
  path: Exclude<TrainingPath, "none">;
  /** Finished until the renewal opens at this instant; null while it is worked in. */
  renewalOpensAt: number | null;
  /** Empty for a finished one: nothing of it counts for the renewal. */
  readModules: readonly string[];
  endedStories: readonly string[];
  passed: boolean;
  attested: boolean;
};

/** Beside the profile, all that a person's standing depends on, at whatever instant and under whatever waves. */
export type StandingFacts = {
  /** The start of what is known of the person; not employed before. */
  knownFrom: number | null;
  certifications: readonly CertificationFacts[];
  holds: readonly HoldFacts[];
  overrides: readonly OverrideFacts[];
  registrations: readonly RegistrationFacts[];
};

/** Another one whenever the shape or the meaning of the facts is another: what an older version stored is then not used. */
const format = 2;

type Lists = [
  format: number,
  knownFrom: number | null,
  certifications: [string, number, number][],
  holds: [number, number | null][],
  overrides: [number, number, number, number | null][],
  registrations: [string, RegistrationFacts["path"], number | null, string[], string[], 0 | 1, 0 | 1][],
];

/** As stored: lists without names, sorted, so that equal facts are equal texts. */
export function encodeFacts(facts: StandingFacts): string {
  const lists: Lists = [
    format,
    facts.knownFrom,
    sorted(facts.certifications.map(({ editionId, validFrom, validUntil }) => [editionId, validFrom, validUntil])),
    sorted(facts.holds.map(({ openedAt, liftedAt }) => [openedAt, liftedAt])),
    sorted(
      facts.overrides.map(({ grantedAt, validFrom, validUntil, endedAt }) => [
        ...([grantedAt, validFrom, validUntil, endedAt] as const),
      ]),
    ),
    sorted(
      facts.registrations.map(({ editionId, path, renewalOpensAt, readModules, endedStories, passed, attested }) => [
        ...([editionId, path, renewalOpensAt, readModules.toSorted(), endedStories.toSorted()] as const),
        ...([passed ? 1 : 0, attested ? 1 : 0] as const),
      ]),
    ),
  ];
  return JSON.stringify(lists);
}

/** Whether stored facts are of the format that `decodeFacts` reads. */
export function isReadable(facts: string): boolean {
  return facts.startsWith(`[${format},`);
}

/** Null for what nobody can read: another format, or a row that was spoilt. */
export function findFacts(text: string): StandingFacts | null {
  if (!isReadable(text)) return null;
  try {
    return decodeFacts(text);
  } catch {
    return null;
  }
}

export function decodeFacts(text: string): StandingFacts {
  const [, knownFrom, certifications, holds, overrides, registrations] = JSON.parse(text) as Lists;
  return {
    knownFrom,
    certifications: certifications.map(([editionId, validFrom, validUntil]) => ({ editionId, validFrom, validUntil })),
    holds: holds.map(([openedAt, liftedAt]) => ({ openedAt, liftedAt })),
    overrides: overrides.map(([grantedAt, validFrom, validUntil, endedAt]) => ({
      ...{ grantedAt, validFrom, validUntil, endedAt },
    })),
    registrations: registrations.map(
      ([editionId, path, renewalOpensAt, readModules, endedStories, passed, attested]) => ({
        ...{ editionId, path, renewalOpensAt, readModules, endedStories },
        ...{ passed: passed === 1, attested: attested === 1 },
      }),
    ),
  };
}

function sorted<T extends unknown[]>(lists: T[]): T[] {
  if (lists.length < 2) return lists;
  return lists
    .map((list) => ({ list, key: JSON.stringify(list) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ list }) => list);
}
