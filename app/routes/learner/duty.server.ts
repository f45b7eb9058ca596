import type { Viewer } from "#app/features/access/require-viewer.server.ts";
import { isAllowed } from "#app/features/access/roles.ts";
import { getDuty } from "#app/features/duties/get-duty.server.ts";
import { listReadDuties } from "#app/features/duties/list-read-duties.server.ts";
import { clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { getLesson } from "#app/features/programs/get-lesson.server.ts";
import { listScenarios } from "#app/features/programs/list-scenarios.server.ts";
import { listDutyAnswers } from "#app/features/scenarios/list-scenario-answers.server.ts";
import { presentFeedback, presentScenario } from "#app/features/scenarios/present-scenario.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { AppError } from "#app/platform/errors.ts";

/** The person's id. For anybody without reports there is no such page. */
export function requireManager({ roles, person }: Viewer): string {
  if (isAllowed(roles, "duties:own")) return person.id;
  throw new AppError("not-found", "There is no such page.");
}

/** A managers' module with its practice and what the manager has answered so far; no key that was not earned. */
export async function loadDuty(app: AppContext, { personId, moduleId }: { personId: string; moduleId: string }) {
  const { release } = await getDuty({ ...app, personId, moduleId });
  const lesson = await getLesson(app.db, release.id, moduleId);
  const scenarios = await listScenarios(app.db, release.id, moduleId);
  const scope = { personId, editionId: release.editionId };
  const answers = await listDutyAnswers(app.db.read, scope);
  return {
    lesson,
    rules: clauseLookup(release.summary),
    scenarios: scenarios.map((scenario) => {
      const answer = answers.get(scenario.id)?.answer;
      return {
        scenario: presentScenario(scenario, personId),
        feedback: answer ? presentFeedback(scenario, answer, personId) : null,
      };
    }),
    read: (await listReadDuties(app.db.read, scope)).has(moduleId),
    practiceLeft: scenarios.filter((scenario) => !answers.has(scenario.id)).length,
  };
}
