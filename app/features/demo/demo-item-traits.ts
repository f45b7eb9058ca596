import type { Choice, Item } from "../programs/release-content.ts";
import type { Story } from "./demo-story.ts";
import { dayMs } from "./demo-timeline.ts";

type Trait = {
  /** Chance of a wrong answer. */
  risk: number;
  /** Which of the wrong choices people take. */
  tempting: (wrong: Choice[]) => Choice[];
};

const leakedAfterDays = 45;

/** A few items do not work as they should, so that the item statistics of the demo have something to find. */
const traits: Record<string, (story: Story) => Trait> = {
  // Whoever knows the rules well reads more into this one than its author did.
  "qannoubin-university": ({ intent }) => ({
    risk: Math.min(0.85, 0.15 + 5 * Math.max(0, intent.ability - 0.86)),
    tempting: (wrong) => [...new Array<Choice[]>(6).fill(wrong.slice(0, 1)).flat(), ...wrong],
  }),
  // One word of it went wrong on the way into French.
  "halvorsen-pumps": ({ person, intent }) => ({
    risk: person.timeZone === "Europe/Paris" ? 0.4 : (1 - intent.ability) * 1.5,
    tempting: (wrong) => wrong,
  }),
  // Hard until somebody passed it around.
  "nyati-sugar": ({ course, time, intent }) => ({
    risk: (time.now() - course.release.publishedAt < leakedAfterDays * dayMs ? 0.2 : 0) + (1 - intent.ability) * 2.5,
    tempting: (wrong) => wrong,
  }),
  // Hard, and one of its choices tempts nobody.
  "castellane-cosmetics": ({ intent }) => ({
    risk: 0.05 + (1 - intent.ability) * 3,
    tempting: (wrong) => wrong.slice(1),
  }),
};

/** How the crowd fares with an item that stands out; null for the others, and for the cast, who do as they are told. */
export function itemTrait(item: Item, story: Story): Trait | null {
  const { ability } = story.intent;
  return ability < 1 && ability > 0.5 ? (traits[item.id]?.(story) ?? null) : null;
}
