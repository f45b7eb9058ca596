import { redirect } from "@remix-run/node";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { getLesson } from "#app/features/programs/get-lesson.server.ts";
import { listScenarios } from "#app/features/programs/list-scenarios.server.ts";
import { listScenarioAnswers } from "#app/features/scenarios/list-scenario-answers.server.ts";
import { presentFeedback, presentScenario } from "#app/features/scenarios/present-scenario.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { paths } from "#app/platform/paths.ts";

/** A lesson with its practice and what the person has answered so far; no key that was not earned by an answer. */
export async function loadLesson(app: AppContext, { personId, moduleId }: { personId: string; moduleId: string }) {
  const { release, registration, progress, steps, attempts } = await getStanding({ ...app, personId });
  if (release.summary.managerModules.some(({ id }) => id === moduleId)) throw redirect(paths.duty(moduleId));
  const lesson = await getLesson(app.db, release.id, moduleId);
  const scenarios = await listScenarios(app.db, release.id, moduleId);
  const answers = await listScenarioAnswers(app.db.read, registration?.id ?? null);
  const clauses = release.summary.edition.sections.flatMap((section) => section.clauses);
  return {
    title: lesson.title,
    lesson,
    editionId: release.editionId,
    modules: release.summary.modules.length,
    clauses: Object.fromEntries(
      clauses.filter(({ id }) => lesson.teaches.includes(id)).map((clause) => [clause.id, clause]),
    ),
    scenarios: scenarios.map((scenario) => {
      const answer = answers.get(scenario.id)?.answer;
      return {
        scenario: presentScenario(scenario, personId),
        feedback: answer ? presentFeedback(scenario, answer, personId) : null,
      };
    }),
    read: progress.readModules.has(moduleId),
    practiceLeft: scenarios.filter((scenario) => !answers.has(scenario.id)).length,
    review: !attempts.missed.some((module) => module.id === moduleId)
      ? null
      : { done: attempts.reviewed.has(moduleId) },
    next: steps.find((step) => step.state === "next") ?? null,
  };
}
