import type { Clock } from "#app/platform/clock.ts";
import type { Database, ModuleSummary } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { getEditionForPerson } from "../certification/edition-for-person.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import type { Release } from "../programs/release-content.ts";

/** A managers' module of the release that is current for the person. Throws not-found for any other. */
export async function getDuty(given: {
  db: Database;
  clock: Clock;
  personId: string;
  moduleId: string;
}): Promise<{ release: Release; module: ModuleSummary }> {
  const { db, clock, personId, moduleId } = given;
  const person = await getLearner(db.read, personId);
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  const module = release.summary.managerModules.find((one) => one.id === moduleId);
  if (module) return { release, module };
  throw new AppError("not-found", "Managers have no such lesson. The home page lists those they have.");
}
