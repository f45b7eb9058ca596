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
  const [found] = await findEditionsFor(handle, { audiences: [person], now });
  return found ?? null;
}

/** The same for several kinds of people, in their order. Asks the database once an edition, however many they are. */
export async function findEditionsFor(
  handle: Handle,
  { audiences, now }: { audiences: readonly Audience[]; now: number },
): Promise<(EditionForPerson | null)[]> {
  const announced = await handle.select().from(waves).where(eq(waves.programId, defaultProgramId));
  const inOrder = announced.filter((wave) => !isWithdrawn(wave, now)).sort((a, b) => (isNewerWave(a, b) ? -1 : 1));
  const releaseOf = rememberReleases(handle);
  let newest: Promise<string | null> | undefined;
  const found: (EditionForPerson | null)[] = [];
  for (const audience of audiences) {
    let edition: EditionForPerson | null = null;
    for (const wave of inOrder.filter((one) => waveApplies(one, audience))) {
      const release = await releaseOf(wave.editionId);
      if (!release) continue;
      edition = { editionId: wave.editionId, release, wave };
      break;
    }
    if (!edition) {
      newest ??= findNewestEdition(handle);
      const editionId = await newest;
      const release = editionId === null ? null : await releaseOf(editionId);
      edition = editionId !== null && release ? { editionId, release, wave: null } : null;
    }
    found.push(edition);
  }
  return found;
}

/** The current release of an edition, asked for once. */
function rememberReleases(handle: Handle) {
  const known = new Map<string, Promise<Release | null>>();
  return (editionId: string) => {
    const release = known.get(editionId) ?? findCurrentRelease(handle, { programId: defaultProgramId, editionId });
    known.set(editionId, release);
    return release;
  };
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
