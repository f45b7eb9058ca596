import { and, eq, isNull, sql } from "drizzle-orm";
import { apiKeys, type Handle } from "#app/platform/db.server.ts";
import { hashApiKeyToken } from "./api-key-token.server.ts";

export type ApiKey = { id: string; name: string; scopes: string[]; lastUsedAt: number | null };

/** What a query is on either engine: only PostgreSQL looks at the name, and keeps the plan under it. */
type Preparable = { prepare: (name: string) => { execute: (values: { keyHash: string }) => PromiseLike<ApiKey[]> } };

/**
 * The look-up of a key in use by its token, prepared once. It asks the database every time, so that a revoked key ends
 * with the next request and on every node.
 */
export function prepareFindApiKey(handle: Handle): (token: string) => Promise<ApiKey | null> {
  const query: Preparable = handle
    .select({ id: apiKeys.id, name: apiKeys.name, scopes: apiKeys.scopes, lastUsedAt: apiKeys.lastUsedAt })
    .from(apiKeys)
    .where(and(eq(apiKeys.keyHash, sql.placeholder("keyHash")), isNull(apiKeys.revokedAt)));
  const prepared = query.prepare("find_api_key");
  return async (token) => {
    const [found] = await prepared.execute({ keyHash: hashApiKeyToken(token) });
    return found ?? null;
  };
}
