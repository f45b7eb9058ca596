import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { apiKeys, type Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

/** Ends a key: the next request that carries it is refused. Throws `not-found` when no key of that name is in use. */
export async function revokeApiKey({ db, clock, name }: { db: Database; clock: Clock; name: string }): Promise<void> {
  const revoked = await db.write((tx) =>
    tx
      .update(apiKeys)
      .set({ revokedAt: clock.now() })
      .where(and(eq(apiKeys.name, name), isNull(apiKeys.revokedAt)))
      .returning({ id: apiKeys.id }),
  );
  if (revoked.length === 0) throw new AppError("not-found", `There is no key named "${name}" in use.`);
}
