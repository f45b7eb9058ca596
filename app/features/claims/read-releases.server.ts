import type { Handle } from "#app/platform/db.server.ts";
import { findRelease } from "../programs/get-release.server.ts";
import type { Release } from "../programs/release-content.ts";

/** Releases by id. There are few, and they are remembered: however many people name them, each is read once. */
export async function readReleases(handle: Handle, ids: Iterable<string>): Promise<ReadonlyMap<string, Release>> {
  const found = new Map<string, Release>();
  for (const id of new Set(ids)) {
    const release = await findRelease(handle, id);
    if (release) found.set(id, release);
  }
  return found;
}
