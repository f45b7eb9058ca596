import { and, eq, isNull, sql } from "drizzle-orm";
import { apiKeys, type Handle, prepareRows } from "#app/platform/db.server.ts";
import { hashApiKeyToken } from "./api-key-token.server.ts";

export type ApiKey = { id: string; name: string; scopes: string[]; lastUsedAt: number | null };

const rowsByHash = prepareRows("find_api_key", (handle) =>
  handle
    .select({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, sql.placeholder("keyHash")), isNull(apiKeys.revokedAt))),
);

/**
 * The key in use with this token. It asks the database every time, so that a revoked key ends with the next request and
 * on every node.
 */
export async function findApiKey(handle: Handle, token: string): Promise<ApiKey | null> {
  const [row] = await rowsByHash(handle, { keyHash: hashApiKeyToken(token) });
  if (!row) return null;
  const [id, name, scopes, lastUsedAt] = row;
  return {
    id: id as string,
    name: name as string,
    // JSON is text on SQLite, and 64-bit numbers are on PostgreSQL.
    scopes: typeof scopes === "string" ? JSON.parse(scopes) : (scopes as string[]),
    lastUsedAt: lastUsedAt === null ? null : Number(lastUsedAt),
  };
}
