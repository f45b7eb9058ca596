import { asc } from "drizzle-orm";
import { apiKeys, type Handle } from "#app/platform/db.server.ts";

export type ApiKeySummary = Omit<typeof apiKeys.$inferSelect, "keyHash">;

/** Every key that was ever made, the oldest first, without what would let anybody use it. */
export async function listApiKeys(handle: Handle): Promise<ApiKeySummary[]> {
  return handle
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      prefix: apiKeys.prefix,
      scopes: apiKeys.scopes,
      createdAt: apiKeys.createdAt,
      lastUsedAt: apiKeys.lastUsedAt,
      revokedAt: apiKeys.revokedAt,
    })
    .from(apiKeys)
    .orderBy(asc(apiKeys.createdAt), asc(apiKeys.id));
}
