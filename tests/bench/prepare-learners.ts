import { and, eq, isNull } from "drizzle-orm";
import { getEditionForPerson } from "#app/features/certification/edition-for-person.server.ts";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { listScenarios } from "#app/features/programs/list-scenarios.server.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { people, registrations } from "#app/platform/db.server.ts";
import { playStory } from "../play-story.ts";
import { newCookie } from "./world.ts";

type Learner = Pick<typeof people.$inferSelect, "id" | "kind" | "country">;

/** Reps who had not begun and now have every lesson and the story behind them by the real functions; their cookies. */
export async function prepareLearners(app: AppContext, count: number): Promise<string[]> {
  const learners: Learner[] = await app.db.read
    .select({ id: people.id, kind: people.kind, country: people.country })
    .from(people)
    .leftJoin(registrations, eq(registrations.personId, people.id))
    .where(and(eq(people.kind, "rep"), isNull(people.leftAt), isNull(registrations.id)))
    .limit(count);
  if (learners.length < count) throw new Error(`Only ${learners.length} reps have not begun; ${count} are needed.`);
  return Promise.all(learners.map((learner) => readEverything(app, learner)));
}

async function readEverything(app: AppContext, person: Learner): Promise<string> {
  const { db, clock } = app;
  const given = { db, clock, personId: person.id };
  const { release } = await getEditionForPerson(db.read, { person, now: clock.now() });
  for (const module of release.summary.modules) {
    for (const scenario of await listScenarios(db, release.id, module.id)) {
      const tokens = presentScenario(scenario, person.id).choices.map((choice) => choice.token);
      const answer = scenario.type === "ordering" ? tokens : tokens.slice(0, 1);
      await answerScenario({ ...given, scenarioId: scenario.id, answer });
    }
    const { state } = await completeLesson({ ...given, moduleId: module.id });
    if (state !== "done") throw new Error(`The lesson ${module.id} was not completed: ${state}.`);
  }
  if (release.summary.story) await playStory(given);
  return newCookie(app, { personId: person.id });
}
