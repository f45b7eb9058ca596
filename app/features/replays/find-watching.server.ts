import { and, eq } from "drizzle-orm";
import { type Handle, watchings } from "#app/platform/db.server.ts";

export type Watching = typeof watchings.$inferSelect;

type Scope = { personId: string; replayId: string; media: string };

/** What a person has seen of a recording; null before it was opened. */
export async function findWatching(handle: Handle, scope: Scope): Promise<Watching | null> {
  const [watching] = await handle.select().from(watchings).where(ofWatching(scope));
  return watching ?? null;
}

/** As `findWatching`; begins one with nothing seen. */
export async function ensureWatching(tx: Handle, { now, ...scope }: Scope & { now: number }): Promise<Watching> {
  const found = await findWatching(tx, scope);
  if (found) return found;
  const nothing = { segments: [], furthest: 0, position: 0, overdraft: 0, updatedAt: now, completedAt: null };
  const fresh: Watching = { ...scope, ...nothing };
  await tx.insert(watchings).values(fresh).onConflictDoNothing();
  return (await findWatching(tx, scope)) ?? fresh;
}

export function ofWatching({ personId, replayId, media }: Scope) {
  return and(eq(watchings.personId, personId), eq(watchings.replayId, replayId), eq(watchings.media, media));
}
