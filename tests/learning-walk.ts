import { findOpenAttempt } from "#app/features/assessments/find-open-attempt.server.ts";
import { saveAnswer } from "#app/features/assessments/save-answer.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { submitAttempt } from "#app/features/assessments/submit-attempt.server.ts";
import { attest } from "#app/features/certification/attest.server.ts";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Item } from "#app/features/programs/release-content.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Database, people } from "#app/platform/db.server.ts";
import { choiceOf, type MadeRelease } from "./make-release.ts";
import { playStory } from "./play-story.ts";

/** One person on the way through one release, on real functions with a clock set by hand. */
export type Walk = { db: Database; clock: Clock; personId: string; release: MadeRelease };

export type HandClock = Clock & { set: (now: number) => void; pass: (ms: number) => void };

/** A clock that stands still until it is told to go on. */
export function handClock(now: number): HandClock {
  let current = now;
  return {
    now: () => current,
    set: (to) => {
      current = to;
    },
    pass: (ms) => {
      current += ms;
    },
  };
}

/** Answers every practice scenario of the release once, completes every lesson and plays the story, if there is one. */
export async function readEverything({ release, ...given }: Walk): Promise<void> {
  for (const scenario of release.scenarios) {
    const tokens = presentScenario(scenario, given.personId).choices.map((choice) => choice.token);
    const answer = scenario.type === "ordering" ? tokens : tokens.slice(0, 1);
    await answerScenario({ ...given, scenarioId: scenario.id, answer });
  }
  for (const lesson of release.lessons) await completeLesson({ ...given, moduleId: lesson.id });
  if (release.summary.story) await playStory(given);
}

/** Starts an attempt (or goes on with the open one) and says which. */
export async function startOpenAttempt({ release: _, ...given }: Walk): Promise<string> {
  const started = await startAttempt(given);
  if (!("attempt" in started)) throw new Error(`The attempt did not start: ${JSON.stringify(started)}`);
  return started.attempt.id;
}

/** Saves an answer to every question of the open attempt, right or wrong as `isRight` says. */
export async function answerAll({ release, ...given }: Walk, isRight: (item: Item, position: number) => boolean) {
  const open = await findOpenAttempt(given);
  if (open.state !== "open") throw new Error("No attempt is open.");
  const items = new Map(release.items.map((item) => [item.id, item]));
  for (const [index, place] of open.attempt.form.entries()) {
    const item = items.get(place.itemId);
    if (!item) throw new Error(`The release has no item ${place.itemId}.`);
    const choice = choiceOf(item, isRight(item, index + 1) ? "right" : "wrong");
    const token = String(place.choices.indexOf(choice) + 1);
    await saveAnswer({ ...given, attemptId: open.attempt.id, position: index + 1, choice: token });
  }
}

/** Takes a whole attempt: start, answer all, submit. */
export async function takeAttempt(walk: Walk, isRight: (item: Item, position: number) => boolean) {
  const attemptId = await startOpenAttempt(walk);
  await answerAll(walk, isRight);
  return submitAttempt({ ...walk, attemptId });
}

/** The whole way to a certification, without a mistake. */
export async function certify(walk: Walk, person: typeof people.$inferSelect) {
  await readEverything(walk);
  await takeAttempt(walk, () => true);
  const attested = await attest({ ...walk, typedName: fullName(person) });
  if (attested.state !== "certified") throw new Error(`Not certified: ${JSON.stringify(attested)}`);
  return attested.certification;
}
