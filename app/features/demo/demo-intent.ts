import type { CastMember } from "./demo-cast.ts";
import { drawBetween, drawWeighted } from "./demo-draw.ts";
import { type DemoTimeline, type DemoWave, dayMs } from "./demo-timeline.ts";

/** How far a person means to go, and how well. */
export type DemoIntent = {
  startAt: number;
  lessons: number;
  /** Attempts at the assessment before giving up for now. */
  attempts: number;
  signs: boolean;
  /** Chance of a right answer to an item of medium difficulty. */
  ability: number;
};

type Given = { wave: DemoWave; timeline: DemoTimeline; lessons: number; until: number; random: () => number };

type Goal = "certified" | "all-read" | "half-way" | "nothing";

/** Of those who want to be certified, some have failed or are still at it. */
const goals: Record<DemoWave, readonly (readonly [Goal, number])[]> = {
  first: weights({ certified: 68, "all-read": 2, "half-way": 10 }),
  second: weights({ certified: 54, "all-read": 3, "half-way": 12 }),
  third: weights({ certified: 21, "all-read": 2, "half-way": 7 }),
};

function weights(shares: Record<Exclude<Goal, "nothing">, number>): readonly (readonly [Goal, number])[] {
  const some = Object.values(shares).reduce((sum, share) => sum + share, 0);
  return [...(Object.entries(shares) as [Goal, number][]), ["nothing", 100 - some]];
}

/** What somebody of the crowd means to do; null for nothing so far. */
export function drawIntent(given: Given & { away: boolean }): DemoIntent | null {
  const { wave, lessons, random } = given;
  const goal = drawWeighted(goals[wave], random);
  const ability = 1 - 0.14 * random() ** 1.5;
  const part = 1 + Math.floor(random() * (lessons - 1));
  const startAt = drawStart(given);
  if (goal === "nothing" || given.away) return null;
  return {
    startAt,
    lessons: goal === "half-way" ? part : lessons,
    attempts: goal === "certified" ? 9 : 0,
    signs: goal === "certified",
    ability,
  };
}

/** What one of the cast has done; null for nothing. */
export function castIntent(member: CastMember, { timeline, wave, lessons, until }: Given): DemoIntent | null {
  const startAt = Math.min(timeline.waves[wave].effectiveAt - 6 * dayMs, until - 20 * dayMs);
  const all = { startAt, lessons, attempts: 1, signs: true, ability: 1 };
  if (member.history === "half-way") return { ...all, lessons: Math.floor(lessons / 2) };
  if (member.history === "failed-once") return { ...all, ability: 0.2 };
  return member.history === "certified" ? all : null;
}

/** Most start when the date comes near. */
function drawStart({ wave, timeline, until, random }: Given): number {
  const { announcedAt, effectiveAt, graceDays } = timeline.waves[wave];
  const first = announcedAt + dayMs;
  const last = until - dayMs;
  const graceEnd = effectiveAt + graceDays * dayMs;
  if (effectiveAt >= last) return drawBetween(first, last, random);
  const windows = [
    [[first, effectiveAt], graceEnd < last ? 40 : 80],
    [[effectiveAt, Math.min(graceEnd, last)], graceEnd < last ? 45 : 20],
    [[graceEnd, last], graceEnd < last ? 15 : 0],
  ] as const;
  return drawBetween(...drawWeighted<readonly [number, number]>(windows, random), random);
}
