import { seededRandom, shuffle } from "../assessments/seeded-random.ts";
import type { StoryScene } from "../programs/release-content.ts";

export type PresentedScene = Pick<StoryScene, "id" | "title" | "situation" | "question"> & {
  /** `token` is what a form sends: the place of the choice as it is shown. */
  choices: { token: string; text: string }[];
};

/** The scene without what its choices lead to, and them in an order that stays the same for the person. */
export function presentScene(scene: StoryScene, personId: string): PresentedScene {
  const { id, title, situation, question } = scene;
  const choices = shown(scene, personId).map(({ text }, index) => ({ token: String(index + 1), text }));
  return { id, title, situation, question, choices };
}

/** The id of the choice that was shown in this place; null when there was none. */
export function choiceOfToken(
  scene: StoryScene,
  { token, personId }: { token: string; personId: string },
): string | null {
  return shown(scene, personId).find((_, index) => String(index + 1) === token)?.id ?? null;
}

function shown(scene: StoryScene, personId: string) {
  return shuffle(scene.choices, seededRandom(`${personId} ${scene.id}`));
}
