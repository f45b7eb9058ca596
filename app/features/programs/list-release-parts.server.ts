import { and, asc, eq } from "drizzle-orm";
import type { z } from "zod";
import { type Database, releaseParts } from "#app/platform/db.server.ts";
import { boundedCache } from "./bounded-cache.ts";
import { freezeDeep } from "./freeze-deep.ts";
import { releasePartSchemas } from "./release-schema.ts";

type Parts = { [Kind in keyof typeof releasePartSchemas]: z.output<(typeof releasePartSchemas)[Kind]> };

const cache = boundedCache<unknown>(24);

/** All parts of one kind in their order; none when there is no such release. They are shared: do not modify them. */
export async function listReleaseParts<Kind extends keyof Parts>(
  db: Database,
  releaseId: string,
  kind: Kind,
): Promise<readonly Parts[Kind][]> {
  const key = `${kind} ${releaseId}`;
  const known = cache.get(db.read, key);
  // Only what this function read under the same kind is kept under this key.
  if (known) return known as readonly Parts[Kind][];
  const rows = await db.read
    .select({ body: releaseParts.body })
    .from(releaseParts)
    .where(and(eq(releaseParts.releaseId, releaseId), eq(releaseParts.kind, kind)))
    .orderBy(asc(releaseParts.position));
  const schema: z.ZodType<unknown> = releasePartSchemas[kind];
  const parts = freezeDeep(rows.map(({ body }) => schema.parse(body))) as readonly Parts[Kind][];
  if (parts.length > 0) cache.set(db.read, key, parts);
  return parts;
}
