import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { apiKeys, type Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { newApiKeyToken } from "./api-key-token.server.ts";
import type { ApiScope } from "./api-scopes.ts";

type NewApiKey = { db: Database; clock: Clock; name: string; scopes: ApiScope[] };

/** Makes a key. The token is answered this once and never stored. Throws `conflict` when the name is in use. */
export async function createApiKey({ db, clock, name, scopes }: NewApiKey): Promise<{ id: string; token: string }> {
  const { token, prefix, keyHash } = newApiKeyToken();
  const id = newId();
  await db.write(async (tx) => {
    const [taken] = await tx
      .select({ id: apiKeys.id })
      .from(apiKeys)
      .where(and(eq(apiKeys.name, name), isNull(apiKeys.revokedAt)));
    if (taken) {
      throw new AppError(
        "conflict",
        `There is a key named "${name}" already. Revoke it first, or choose another name.`,
      );
    }
    await tx.insert(apiKeys).values({
      id,
      name,
      prefix,
      keyHash,
      scopes: [...new Set(scopes)],
      createdAt: clock.now(),
      lastUsedAt: null,
      revokedAt: null,
    });
  });
  return { id, token };
}
