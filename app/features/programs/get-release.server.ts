import { eq } from "drizzle-orm";
import { type Database, type Handle, releases } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { boundedCache } from "./bounded-cache.ts";
import { freezeDeep } from "./freeze-deep.ts";
import type { Release } from "./release-content.ts";

/** Releases that were published before the program could have these do not name them. */
const whatOlderReleasesLack = {
  managerModules: [],
  story: null,
  testOut: null,
  boosters: null,
  replays: [],
  partnerCheck: null,
  partnerAttestation: null,
};

const cache = boundedCache<Release>(20);

/** The release with this id. Throws `not-found`. It never changes and is shared: do not modify it. */
export async function getRelease(db: Database, releaseId: string): Promise<Release> {
  const release = await findRelease(db.read, releaseId);
  if (release) return release;
  throw new AppError("not-found", "There is no release of this program with that number. Check the number.");
}

export async function findRelease(handle: Handle, releaseId: string): Promise<Release | null> {
  const known = cache.get(handle, releaseId);
  if (known) return known;
  const [row] = await handle.select().from(releases).where(eq(releases.id, releaseId));
  if (!row) return null;
  const { publishedBy: _, ...stored } = row;
  const release = { ...stored, summary: { ...whatOlderReleasesLack, ...stored.summary } };
  cache.set(handle, releaseId, freezeDeep(release));
  return release;
}
