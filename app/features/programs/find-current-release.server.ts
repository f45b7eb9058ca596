import { and, desc, eq, lte } from "drizzle-orm";
import { type Handle, releases } from "#app/platform/db.server.ts";
import { findRelease } from "./get-release.server.ts";
import type { Release } from "./release-content.ts";

export type ReleaseChoice = { programId: string; editionId: string; at?: number };

/**
 * The newest release of a program's edition, or the one that was the newest at the instant `at` (milliseconds). Null
 * when there was none. Which one it is, the database is asked each time; the release itself is remembered.
 */
export async function findCurrentRelease(handle: Handle, choice: ReleaseChoice): Promise<Release | null> {
  const id = await findCurrentReleaseId(handle, choice);
  return id === null ? null : findRelease(handle, id);
}

/** The id alone, remembering nothing: for use where the release may not be committed yet. */
export async function findCurrentReleaseId(
  handle: Handle,
  { programId, editionId, at }: ReleaseChoice,
): Promise<string | null> {
  const [newest] = await handle
    .select({ id: releases.id })
    .from(releases)
    .where(
      and(
        eq(releases.programId, programId),
        eq(releases.editionId, editionId),
        at === undefined ? undefined : lte(releases.publishedAt, at),
      ),
    )
    .orderBy(desc(releases.publishedAt), desc(releases.id))
    .limit(1);
  return newest?.id ?? null;
}
