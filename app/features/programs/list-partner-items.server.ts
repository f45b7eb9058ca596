import type { Database } from "#app/platform/db.server.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Item } from "./release-content.ts";

/** The items of the partners' check with their keys, by clause and id; none when the program has no such check. */
export async function listPartnerItems(db: Database, releaseId: string): Promise<Item[]> {
  return [...(await listReleaseParts(db, releaseId, "partner_item"))];
}
