import { millisecondsADay } from "./milliseconds-a-day.ts";

export type PersonKind = "rep" | "partner" | "staff";
type WaveMode = "shadow" | "enforce";

/** What a decision needs to know of a wave. Instants in milliseconds. */
export type Wave = {
  id: string;
  editionId: string;
  /** ISO country codes; null means every country. */
  countries: string[] | null;
  kinds: PersonKind[];
  effectiveAt: number;
  graceDays: number;
  mode: WaveMode;
  createdAt: number;
  withdrawnAt: number | null;
};

export type Audience = { kind: PersonKind; country: string };

/** The wave is meant for such a person, whether or not it has begun. */
export function waveApplies(wave: Wave, { kind, country }: Audience): boolean {
  return wave.kinds.includes(kind) && (wave.countries === null || wave.countries.includes(country));
}

/** Withdrawn waves are out of force from the instant of the withdrawal on; before it they counted. */
export function isWithdrawn(wave: Wave, instant: number): boolean {
  return wave.withdrawnAt !== null && wave.withdrawnAt <= instant;
}

/** The first instant without grace: the effective instant itself when the wave gives none. A day is 24 hours here. */
export function waveGraceEnd(wave: Wave): number {
  return wave.effectiveAt + wave.graceDays * millisecondsADay;
}

/** Whether `a` replaces `b` where both apply: by when they take effect, then by when they were made. */
export function isNewerWave(a: Wave, b: Wave): boolean {
  if (a.effectiveAt !== b.effectiveAt) return a.effectiveAt > b.effectiveAt;
  if (a.createdAt !== b.createdAt) return a.createdAt > b.createdAt;
  return a.id > b.id;
}
