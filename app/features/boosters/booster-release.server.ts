import { and, asc, eq } from "drizzle-orm";
import { type Handle, releases } from "#app/platform/db.server.ts";
import { findRelease } from "../programs/get-release.server.ts";
import type { Release } from "../programs/release-content.ts";

type Wanted = { programId: string; editionId: string; opensAt: number };

/**
 * The release that a booster asks from: the one current when it opened, or the first after it that has boosters. A
 * release published while the booster is open changes nothing in it. Null when there is none.
 */
export async function boosterRelease(handle: Handle, wanted: Wanted): Promise<Release | null> {
  const published = await handle
    .select({ id: releases.id, publishedAt: releases.publishedAt })
    .from(releases)
    .where(and(eq(releases.programId, wanted.programId), eq(releases.editionId, wanted.editionId)))
    .orderBy(asc(releases.publishedAt), asc(releases.id));
  const current = published.findLastIndex(({ publishedAt }) => publishedAt <= wanted.opensAt);
  for (const { id } of published.slice(Math.max(0, current))) {
    const release = await findRelease(handle, id);
    if (release?.summary.boosters) return release;
  }
  return null;
}
