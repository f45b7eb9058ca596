import type { Database } from "#app/platform/db.server.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Item } from "./release-content.ts";

/** The whole item bank of a release with its keys, by clause and id. */
export async function listItems(db: Database, releaseId: string): Promise<Item[]> {
  return [...(await listReleaseParts(db, releaseId, "item"))];
}
