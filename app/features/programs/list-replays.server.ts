import type { Database } from "#app/platform/db.server.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Replay } from "./release-content.ts";

/** The replays of a release in their order, with the keys of their checkpoints. */
export function listReplays(db: Database, releaseId: string): Promise<readonly Replay[]> {
  return listReleaseParts(db, releaseId, "replay");
}
