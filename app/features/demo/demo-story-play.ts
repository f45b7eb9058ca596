import type { StoryStep, storyPlays } from "#app/platform/db.server.ts";
import type { Story as BranchingStory, StoryEnding } from "../programs/release-content.ts";
import { takeChoice } from "../stories/take-choice.ts";
import { drawBetween, drawOne } from "./demo-draw.ts";
import { demoId } from "./demo-id.ts";
import type { Story } from "./demo-story.ts";

type DemoPlay = typeof storyPlays.$inferSelect;

const minuteMs = 60_000;
const worth: Record<StoryEnding["outcome"], number> = { good: 2, mixed: 1, bad: 0 };

/** One play of the release's branching story to its end; null for a release without one. */
export function playStory({ person, course, intent, registrationId, random, time, record }: Story): DemoPlay | null {
  const { story, release } = course;
  if (!story) return null;
  time.pass(drawBetween(1, 30, random) * minuteMs);
  const startedAt = time.now();
  const playId = demoId(startedAt, random);
  const best = bestWorth(story);
  const path: StoryStep[] = [];
  for (let sceneId = story.start; ; ) {
    const scene = story.scenes.find(({ id }) => id === sceneId);
    if (!scene) throw new Error(`The story ${story.id} has no scene ${sceneId}.`);
    time.spend(drawBetween(0.8, 2.4, random) * minuteMs);
    const top = Math.max(...scene.choices.map(({ leadsTo }) => best(leadsTo)));
    const good = scene.choices.filter(({ leadsTo }) => best(leadsTo) === top);
    // A story is harder than the questions of the assessment: nobody has yet seen where a choice leads.
    const sees = random() < 1 - (1 - intent.ability) * 3;
    const { id: choiceId } = drawOne(sees ? good : scene.choices, random);
    const result = takeChoice(story, { path, sceneId, choiceId });
    if (!result.taken) throw new Error(`The story ${story.id} does not take ${choiceId} in ${sceneId}.`);
    path.push({ ...result.step, at: time.now() });
    sceneId = result.step.leadsTo;
    if (result.endingId === null) continue;
    const played = { storyId: story.id, number: 1, path, endingId: result.endingId, startedAt };
    record(story.id, { kind: "story_ended", playId, ...played });
    time.pass(drawBetween(1, 15, random) * minuteMs);
    const endedAt = path.at(-1)?.at ?? startedAt;
    return { id: playId, personId: person.id, registrationId, releaseId: release.id, ...played, endedAt };
  }
}

/** What had happened of a play by an instant; null when it had not begun. */
export function playUntil(play: DemoPlay, until: number): DemoPlay | null {
  if (play.startedAt > until) return null;
  if (play.endedAt !== null && play.endedAt <= until) return play;
  return { ...play, path: play.path.filter(({ at }) => at <= until), endedAt: null, endingId: null };
}

/** How well the story can still end from a scene or ending on. */
function bestWorth(story: BranchingStory): (placeId: string) => number {
  const known = new Map(story.endings.map(({ id, outcome }) => [id, worth[outcome]]));
  const best = (placeId: string): number => {
    const found = known.get(placeId);
    if (found !== undefined) return found;
    const choices = story.scenes.find(({ id }) => id === placeId)?.choices ?? [];
    const most = Math.max(0, ...choices.map(({ leadsTo }) => best(leadsTo)));
    known.set(placeId, most);
    return most;
  };
  return best;
}
