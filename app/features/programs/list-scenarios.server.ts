import type { Database } from "#app/platform/db.server.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Scenario } from "./release-content.ts";

/** The practice scenarios of one module as its lesson shows them, with their keys and feedback. */
export async function listScenarios(db: Database, releaseId: string, moduleId: string): Promise<Scenario[]> {
  return (await listReleaseParts(db, releaseId, "scenario")).filter((one) => one.moduleId === moduleId);
}
