import { contentLimits } from "./content-limits.ts";
import type { StorySource } from "./content-schema.ts";
import { countWords } from "./count-words.ts";

type Scene = StorySource["scenes"][number];
/** The choice of a scene by its place. */
export type Step = { scene: number; choice: number };

/**
 * What a reader can come to from the start, in every way there is. `loops` are the choices that lead back to a scene
 * which the reader has already passed. Never throws: what leads nowhere is left out.
 */
export function walkStory({ start, scenes }: StorySource): { reached: Set<string>; loops: Step[] } {
  const reached = new Set<string>();
  const loops: Step[] = [];
  const onTheWay = new Set<string>();
  const visit = (id: string) => {
    reached.add(id);
    const scene = scenes.findIndex((one) => one.id === id);
    onTheWay.add(id);
    for (const [choice, { leadsTo }] of (scenes[scene]?.choices ?? []).entries()) {
      if (onTheWay.has(leadsTo)) loops.push({ scene, choice });
      else if (!reached.has(leadsTo)) visit(leadsTo);
    }
    onTheWay.delete(id);
  };
  visit(start);
  return { reached, loops };
}

/**
 * Whole minutes for the longest way through a story, rounded up: all that is read on it, and a while for
 * the decision in each scene.
 */
export function storyMinutes({ start, scenes, endings }: StorySource): number {
  const { wordsPerMinute, secondsPerScene } = contentLimits.reading;
  const known = new Map<string, number>();
  // In whole seconds times the pace, so that no rounding of a fraction adds a minute.
  const longest = (id: string): number => {
    const before = known.get(id);
    if (before !== undefined) return before;
    // A story that turns in a circle is a problem of its own, and must not be one here.
    known.set(id, 0);
    const scene = scenes.find((one) => one.id === id);
    const ending = endings.find((one) => one.id === id);
    const rest = scene
      ? Math.max(...scene.choices.map((one) => 60 * countWords(one.consequence) + longest(one.leadsTo)))
      : 0;
    const own = scene ? 60 * sceneWords(scene) + secondsPerScene * wordsPerMinute : 60 * endingWords(ending);
    known.set(id, own + rest);
    return own + rest;
  };
  return Math.ceil(longest(start) / (60 * wordsPerMinute));
}

function sceneWords({ title, situation, question, choices }: Scene): number {
  return countWords([title, situation, question, ...choices.map(({ text }) => text)].join(" "));
}

function endingWords(ending: StorySource["endings"][number] | undefined): number {
  return ending ? countWords([ending.title, ending.text, ending.lesson].join(" ")) : 0;
}
