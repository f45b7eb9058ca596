import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, releaseParts, releases } from "#app/platform/db.server.ts";
import type { CompiledProgram } from "./assemble-release.ts";
import { findCurrentReleaseId } from "./find-current-release.server.ts";

export type Publication = {
  /** False when the same content was published before; then nothing was written. */
  created: boolean;
  publishedAt: number;
  /** The release in force for this program and edition, which is another one when newer content was published since. */
  currentId: string;
};

const rowsPerInsert = 50;

/** Stores a compiled release with all its parts in one transaction. */
export async function publishRelease(
  { db, clock }: { db: Database; clock: Clock },
  { id, content, publishedBy }: { id: string; content: CompiledProgram; publishedBy: string },
): Promise<Publication> {
  const { programId, editionId, summary } = content;
  const parts = [
    ...content.modules.map((body, position) => ({ kind: "module" as const, body, position })),
    ...content.scenarios.map((body, position) => ({ kind: "scenario" as const, body, position })),
    ...content.items.map((body, position) => ({ kind: "item" as const, body, position })),
    ...content.partnerItems.map((body, position) => ({ kind: "partner_item" as const, body, position })),
    ...(content.story ? [{ kind: "story" as const, body: content.story, position: 0 }] : []),
    ...content.replays.map((body, position) => ({ kind: "replay" as const, body, position })),
  ].map((part) => ({ releaseId: id, partId: part.body.id, ...part }));

  return db.write(async (tx) => {
    const publishedAt = clock.now();
    const [created] = await tx
      .insert(releases)
      .values({ id, programId, editionId, publishedAt, publishedBy, summary })
      .onConflictDoNothing({ target: releases.id })
      .returning({ id: releases.id });
    for (let start = 0; created && start < parts.length; start += rowsPerInsert) {
      await tx.insert(releaseParts).values(parts.slice(start, start + rowsPerInsert));
    }
    const [stored] = await tx.select({ at: releases.publishedAt }).from(releases).where(eq(releases.id, id));
    const currentId = await findCurrentReleaseId(tx, { programId, editionId });
    return {
      created: created !== undefined,
      publishedAt: stored?.at ?? publishedAt,
      currentId: currentId ?? id,
    };
  });
}
