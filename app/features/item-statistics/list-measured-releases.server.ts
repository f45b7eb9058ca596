import { count, desc, eq } from "drizzle-orm";
import { attempts, type Handle, releases } from "#app/platform/db.server.ts";

export type MeasuredRelease = {
  id: string;
  editionId: string;
  publishedAt: number;
  /** First attempts that were begun with it. */
  begun: number;
};

/** Every release of a program, the newest first. */
export async function listMeasuredReleases(
  handle: Handle,
  { programId }: { programId: string },
): Promise<MeasuredRelease[]> {
  const rows = await handle
    .select({ id: releases.id, editionId: releases.editionId, publishedAt: releases.publishedAt })
    .from(releases)
    .where(eq(releases.programId, programId))
    .orderBy(desc(releases.publishedAt), desc(releases.id));
  const begun = await handle
    .select({ id: attempts.releaseId, attempts: count() })
    .from(attempts)
    .where(eq(attempts.number, 1))
    .groupBy(attempts.releaseId);
  const counted = new Map(begun.map((row) => [row.id, row.attempts]));
  return rows.map((row) => ({ ...row, begun: counted.get(row.id) ?? 0 }));
}

/** The newest release with first attempts; the newest of all where nobody has begun. */
export function releaseToShow(all: readonly MeasuredRelease[]): MeasuredRelease | null {
  return all.find(({ begun }) => begun > 0) ?? all[0] ?? null;
}
