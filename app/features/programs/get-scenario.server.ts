import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { listReleaseParts } from "./list-release-parts.server.ts";
import type { Scenario } from "./release-content.ts";

/** One practice scenario of a release, with its keys and feedback. Throws `not-found`. */
export async function getScenario(db: Database, releaseId: string, scenarioId: string): Promise<Scenario> {
  const scenario = (await listReleaseParts(db, releaseId, "scenario")).find((one) => one.id === scenarioId);
  if (scenario) return scenario;
  throw new AppError("not-found", "There is no such practice scenario in this program. Open its lesson again.");
}
