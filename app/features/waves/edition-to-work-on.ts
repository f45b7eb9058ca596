import { type Audience, isNewerWave, isWithdrawn, type Wave, waveApplies } from "./wave-applies.ts";

/**
 * The edition that a person for whom waves are meant works on: that of the newest one in force or announced, in either
 * mode, whose edition is published. Null when there is none.
 */
export function editionToWorkOn(
  waves: readonly Wave[],
  { person, instant, isPublished }: { person: Audience; instant: number; isPublished: (editionId: string) => boolean },
): string | null {
  let newest: Wave | null = null;
  for (const wave of waves) {
    if (isWithdrawn(wave, instant) || !waveApplies(wave, person) || !isPublished(wave.editionId)) continue;
    if (!newest || isNewerWave(wave, newest)) newest = wave;
  }
  return newest?.editionId ?? null;
}
