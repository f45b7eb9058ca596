import { redirect } from "@remix-run/node";
import { getStanding, type Standing } from "#app/features/certification/get-standing.server.ts";
import { authorView, readerView } from "#app/features/lessons/author-view.ts";
import { clauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { lessonCheckLength } from "#app/features/lessons/draw-lesson-check.ts";
import { findLessonCheck } from "#app/features/lessons/find-lesson-check.server.ts";
import { listReadHeadings } from "#app/features/lessons/list-read-headings.server.ts";
import { readingCycle } from "#app/features/lessons/reading-cycle.server.ts";
import { testOutState } from "#app/features/lessons/test-out-state.ts";
import { getLesson } from "#app/features/programs/get-lesson.server.ts";
import { listItems } from "#app/features/programs/list-items.server.ts";
import { listScenarios } from "#app/features/programs/list-scenarios.server.ts";
import { listScenarioAnswers } from "#app/features/scenarios/list-scenario-answers.server.ts";
import { presentFeedback, presentScenario } from "#app/features/scenarios/present-scenario.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { paths } from "#app/platform/paths.ts";

/** A lesson with its practice and what the person has answered so far; no key that was not earned by an answer. */
export async function loadLesson(app: AppContext, { personId, moduleId }: { personId: string; moduleId: string }) {
  const standing = await getStanding({ ...app, personId });
  const { release, registration, progress, steps, attempts } = standing;
  if (release.summary.managerModules.some(({ id }) => id === moduleId)) throw redirect(paths.duty(moduleId));
  const stored = await getLesson(app.db, release.id, moduleId);
  const lesson = { ...stored, body: app.env.authoring ? authorView(stored.body) : readerView(stored.body) };
  const scenarios = await listScenarios(app.db, release.id, moduleId);
  const answers = await listScenarioAnswers(app.db.read, registration?.id ?? null);
  return {
    title: lesson.title,
    lesson,
    program: {
      program: release.summary.title,
      edition: release.summary.edition.title,
      release: release.id.slice(0, 12),
    },
    modules: release.summary.modules.length,
    rules: clauseLookup(release.summary),
    scenarios: scenarios.map((scenario) => {
      const answer = answers.get(scenario.id)?.answer;
      return {
        scenario: presentScenario(scenario, personId),
        feedback: answer ? presentFeedback(scenario, answer, personId) : null,
      };
    }),
    readParts: await listReadParts(app, standing, moduleId),
    testOut: await readTestOut(app, standing, moduleId),
    read: progress.readModules.has(moduleId),
    practiceLeft: scenarios.filter((scenario) => !answers.has(scenario.id)).length,
    review: !attempts.missed.some((module) => module.id === moduleId)
      ? null
      : { done: attempts.reviewed.has(moduleId) },
    next: steps.find((step) => step.state === "next") ?? null,
  };
}

async function listReadParts({ db }: AppContext, standing: Standing, moduleId: string): Promise<string[]> {
  const scope = { personId: standing.person.id, editionId: standing.release.editionId };
  const cycle = standing.registration?.cycle ?? (await readingCycle(db.read, { ...scope, now: standing.asOf }));
  return [...(await listReadHeadings(db.read, { ...scope, cycle, moduleId }))];
}

async function readTestOut({ db }: AppContext, standing: Standing, moduleId: string) {
  const { person, release, registration, progress } = standing;
  if (!release.summary.testOut) return { state: "none" as const, questions: 0 };
  const check = await findLessonCheck(db.read, {
    personId: person.id,
    registrationId: registration?.id ?? null,
    moduleId,
  });
  const read = progress.readModules.has(moduleId);
  const questions = read ? 0 : lessonCheckLength({ release, bank: await listItems(db, release.id), moduleId });
  const certified = registration?.certification != null;
  return { state: testOutState({ questions, read, certified, check }), questions };
}
