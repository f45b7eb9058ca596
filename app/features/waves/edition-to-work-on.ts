import { type Audience, isNewerWave, isWithdrawn, type Wave, waveApplies } from "./wave-applies.ts";

type Given = { person: Audience; instant: number; isPublished: (editionId: string) => boolean };

/**
 * The edition that a person for whom waves are meant works on: that of the newest one in force or announced, in either
 * mode, whose edition is published. Null when there is none.
 */
export function editionToWorkOn(waves: readonly Wave[], given: Given): string | null {
  return waveToWorkOn(waves, given)?.editionId ?? null;
}

/** The wave that names that edition. */
export function waveToWorkOn<W extends Wave>(waves: readonly W[], { person, instant, isPublished }: Given): W | null {
  let newest: W | null = null;
  for (const wave of waves) {
    if (isWithdrawn(wave, instant) || !waveApplies(wave, person) || !isPublished(wave.editionId)) continue;
    if (!newest || isNewerWave(wave, newest)) newest = wave;
  }
  return newest;
}
