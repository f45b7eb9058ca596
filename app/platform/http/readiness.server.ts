import { isContentPublished } from "./content-published.server.ts";
import { migrationState } from "./migrations-current.server.ts";
import type { ServerWorld } from "./server-world.ts";

/** Why this node should get no requests now; empty when it should. */
export async function notReadyReasons({ context: { db, log }, lifecycle }: ServerWorld): Promise<string[]> {
  if (lifecycle.draining) return ["The server is stopping."];
  try {
    if ((await migrationState(db)) !== "current") return ['The database is not up to date: run "cleared migrate".'];
    return (await isContentPublished(db.read)) ? [] : ['No content is published: run "cleared content publish".'];
  } catch (error) {
    log.warn({ reason: error instanceof Error ? error.name : "unknown" }, "the database does not answer");
    return ["The database does not answer."];
  }
}
