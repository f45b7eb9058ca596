import type { PersonKind, Wave } from "../waves/wave-applies.ts";

/** The person as known at the instant of the decision. */
export type PersonFacts = {
  kind: PersonKind;
  country: string;
  leftAt: number | null;
  onLeave: boolean;
  /** Not employed before this instant, as far as is known: the start of the first day, or of what is known of the past. */
  knownFrom: number | null;
  /** From when on another state of the person is known; null when none is. */
  knownUntil: number | null;
};

export type CertificationFacts = { editionId: string; validFrom: number; validUntil: number };
export type HoldFacts = { openedAt: number; liftedAt: number | null };
export type OverrideFacts = { grantedAt: number; validFrom: number; validUntil: number; endedAt: number | null };

/** Everything that the decision depends on. Instants in milliseconds; every interval is half-open, `[from, until)`. */
export type ClaimFacts = {
  /** Null when nobody has the employee id. */
  person: PersonFacts | null;
  /** All waves of the program, for any audience and at any time. */
  waves: readonly Wave[];
  certifications: readonly CertificationFacts[];
  holds: readonly HoldFacts[];
  overrides: readonly OverrideFacts[];
};
