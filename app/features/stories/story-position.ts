import type { StoryStep } from "#app/platform/db.server.ts";
import type { Story, StoryChoice, StoryEnding, StoryScene } from "../programs/release-content.ts";

/** A scene that is behind the person: what was chosen there, when, and what followed. */
export type PassedScene = {
  scene: Pick<StoryScene, "id" | "title">;
  choice: Pick<StoryChoice, "text" | "consequence" | "clauses">;
  at: number;
};

export type StoryPosition = { passed: PassedScene[] } & (
  | { at: "scene"; scene: StoryScene }
  | { at: "ending"; ending: StoryEnding }
);

/** Where a path leads, and what it has passed. Null for a path that the story does not have. */
export function followPath(story: Story, path: readonly StoryStep[]): StoryPosition | null {
  const passed: PassedScene[] = [];
  let placeId = story.start;
  for (const { sceneId, choiceId, leadsTo, at } of path) {
    const scene = sceneId === placeId ? story.scenes.find(({ id }) => id === sceneId) : undefined;
    const choice = scene?.choices.find(({ id }) => id === choiceId);
    if (!scene || choice?.leadsTo !== leadsTo) return null;
    const { text, consequence, clauses } = choice;
    passed.push({ scene: { id: scene.id, title: scene.title }, choice: { text, consequence, clauses }, at });
    placeId = leadsTo;
  }
  const scene = story.scenes.find(({ id }) => id === placeId);
  if (scene) return { at: "scene", scene, passed };
  const ending = story.endings.find(({ id }) => id === placeId);
  return ending ? { at: "ending", ending, passed } : null;
}

/** As `followPath`, for a path that was stored from this story: anything else cannot be. */
export function storyPosition(story: Story, path: readonly StoryStep[]): StoryPosition {
  const position = followPath(story, path);
  if (!position) throw new Error(`A stored path does not lead through the story ${story.id}.`);
  return position;
}
