import type { Handle } from "#app/platform/db.server.ts";
import { defaultProgramId } from "./default-program.ts";
import { findCurrentRelease } from "./find-current-release.server.ts";

/** What the newest release of each edition calls it, such as "July 2011"; its id where none is published. */
export async function readEditionTitles(handle: Handle, editionIds: Iterable<string>): Promise<Record<string, string>> {
  const titles: Record<string, string> = {};
  for (const editionId of new Set(editionIds)) {
    const release = await findCurrentRelease(handle, { programId: defaultProgramId, editionId });
    titles[editionId] = release?.summary.edition.title ?? editionId;
  }
  return titles;
}
