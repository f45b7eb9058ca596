import { expect, test } from "vitest";
import type { StorySource } from "./content-schema.ts";
import { storyMinutes, walkStory } from "./story-graph.ts";

const words = (count: number) => Array.from({ length: count }, () => "word").join(" ");

/** A story of scenes that lead to what is named; each choice has a consequence of so many words. */
function story(ways: Record<string, [to: string, words: number][]>, endings: Record<string, number>): StorySource {
  return {
    id: "story",
    title: "Story",
    summary: "A story.",
    start: Object.keys(ways)[0] ?? "",
    scenes: Object.entries(ways).map(([id, choices]) => ({
      id,
      title: words(1),
      situation: words(96),
      question: words(1),
      choices: choices.map(([leadsTo, count], n) => ({
        id: "abcd"[n] ?? "z",
        text: words(1),
        consequence: words(count),
        clauses: [],
        leadsTo,
      })),
    })),
    endings: Object.entries(endings).map(([id, count]) => ({
      id,
      title: words(1),
      outcome: "good" as const,
      text: words(count),
      lesson: words(1),
      clauses: [],
    })),
  };
}

test("the minutes are those of the longest way, which need not have the most scenes", () => {
  // A scene of two choices reads 100 words, half a minute, and is decided in 20 seconds: 50 seconds.
  const short = {
    a: [
      ["b", 0],
      ["end", 0],
    ],
    b: [
      ["end", 0],
      ["end", 0],
    ],
  } satisfies Record<string, [string, number][]>;
  expect(storyMinutes(story(short, { end: 64 }))).toBe(2);
  expect(storyMinutes(story(short, { end: 65 }))).toBe(3);
  const long = {
    a: [
      ["b", 0],
      ["end", 266],
    ],
    b: [
      ["end", 0],
      ["end", 0],
    ],
  } satisfies Record<string, [string, number][]>;
  expect(storyMinutes(story(long, { end: 65 }))).toBe(3);
  // 50 seconds, 567 words and the 67 of the ending: 4 minutes and a little.
  const longest = {
    a: [
      ["b", 0],
      ["end", 567],
    ],
    b: [
      ["end", 0],
      ["end", 0],
    ],
  } satisfies Record<string, [string, number][]>;
  expect(storyMinutes(story(longest, { end: 65 }))).toBe(5);
});

test("two ways to the same scene are no loop", () => {
  const { reached, loops } = walkStory(
    story(
      {
        a: [
          ["b", 0],
          ["c", 0],
        ],
        b: [["d", 0]],
        c: [
          ["d", 0],
          ["b", 0],
        ],
        d: [["end", 0]],
      },
      { end: 10 },
    ),
  );
  expect(loops).toEqual([]);
  expect([...reached].sort()).toEqual(["a", "b", "c", "d", "end"]);
});

test("every choice that leads back is found, also outside the first way", () => {
  const { loops } = walkStory(
    story(
      {
        a: [
          ["b", 0],
          ["c", 0],
        ],
        b: [
          ["end", 0],
          ["a", 0],
        ],
        c: [
          ["c", 0],
          ["b", 0],
        ],
      },
      { end: 10 },
    ),
  );
  expect(loops).toEqual([
    { scene: 1, choice: 1 },
    { scene: 2, choice: 0 },
  ]);
});
