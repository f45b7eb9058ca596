import { eq, max } from "drizzle-orm";
import { type Handle, releases, waves } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import { findCurrentRelease } from "../programs/find-current-release.server.ts";
import type { Release } from "../programs/release-content.ts";
import { type Audience, isNewerWave, isWithdrawn, type Wave, waveApplies } from "../waves/wave-applies.ts";

export type EditionForPerson = { editionId: string; release: Release; wave: Wave | null };

type Given = { person: Audience; now: number };

/**
 * The edition a person works on now: that of the newest wave meant for them, in force or announced, in either mode;
 * without one, the newest edition that has a release. Null while nothing is published.
 */
export async function findEditionForPerson(handle: Handle, { person, now }: Given): Promise<EditionForPerson | null> {
  const announced = await handle.select().from(waves).where(eq(waves.programId, defaultProgramId));
  const meant = announced
    .filter((wave) => waveApplies(wave, person) && !isWithdrawn(wave, now))
    .sort((a, b) => (isNewerWave(a, b) ? -1 : 1));
  for (const wave of meant) {
    const release = await findCurrentRelease(handle, { programId: defaultProgramId, editionId: wave.editionId });
    if (release) return { editionId: wave.editionId, release, wave };
  }
  const editionId = await findNewestEdition(handle);
  if (editionId === null) return null;
  const release = await findCurrentRelease(handle, { programId: defaultProgramId, editionId });
  return release && { editionId, release, wave: null };
}

/** As `findEditionForPerson`; throws not-found while nothing is published. */
export async function getEditionForPerson(handle: Handle, given: Given): Promise<EditionForPerson> {
  const edition = await findEditionForPerson(handle, given);
  if (!edition) {
    throw new AppError("not-found", "No training is published yet, so there is nothing to do. Please come back later.");
  }
  return edition;
}

/** The ids of editions sort by their age. */
async function findNewestEdition(handle: Handle): Promise<string | null> {
  const [newest] = await handle
    .select({ editionId: max(releases.editionId) })
    .from(releases)
    .where(eq(releases.programId, defaultProgramId));
  return newest?.editionId ?? null;
}
