import { and, eq, isNull, lt, or } from "drizzle-orm";
import { apiKeys, type Database } from "#app/platform/db.server.ts";

/** How exact "last used" is: a key in steady use costs one write in this time, in milliseconds. */
export const useRecordedEvery = 60_000;

/** Notes that a key is in use at `now`, unless that was noted less than a minute ago. */
export async function recordApiKeyUse(db: Database, { id, now }: { id: string; now: number }): Promise<void> {
  await db.write(
    async (tx) =>
      void (await tx
        .update(apiKeys)
        .set({ lastUsedAt: now })
        .where(
          and(eq(apiKeys.id, id), or(isNull(apiKeys.lastUsedAt), lt(apiKeys.lastUsedAt, now - useRecordedEvery + 1))),
        )),
  );
}
