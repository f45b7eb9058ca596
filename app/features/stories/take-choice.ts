import type { StoryStep } from "#app/platform/db.server.ts";
import type { Story } from "../programs/release-content.ts";
import { storyPosition } from "./story-position.ts";

export type TakenChoice =
  | { taken: true; step: Omit<StoryStep, "at">; endingId: string | null }
  /** `same-choice`: this very choice has been taken before, as when a form is sent twice. */
  | { taken: false; reason: "same-choice" | "moved-on" | "no-such-choice" };

/** What a choice in a scene leads to. Only the scene that the story is in takes one; nothing is taken back. */
export function takeChoice(
  story: Story,
  { path, sceneId, choiceId }: { path: readonly StoryStep[]; sceneId: string; choiceId: string | null },
): TakenChoice {
  const position = storyPosition(story, path);
  if (position.at === "ending" || position.scene.id !== sceneId) {
    const same = path.some((step) => step.sceneId === sceneId && step.choiceId === choiceId);
    return { taken: false, reason: same ? "same-choice" : "moved-on" };
  }
  const choice = position.scene.choices.find(({ id }) => id === choiceId);
  if (!choice) return { taken: false, reason: "no-such-choice" };
  const { id, leadsTo } = choice;
  const ends = story.endings.some((ending) => ending.id === leadsTo);
  return { taken: true, step: { sceneId, choiceId: id, leadsTo }, endingId: ends ? leadsTo : null };
}
