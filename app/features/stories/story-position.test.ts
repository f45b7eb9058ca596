import fc from "fast-check";
import { expect, test } from "vitest";
import type { StoryStep } from "#app/platform/db.server.ts";
import type { Story } from "../programs/release-content.ts";
import { choiceOfToken, presentScene } from "./present-scene.ts";
import { followPath, storyPosition } from "./story-position.ts";
import { takeChoice } from "./take-choice.ts";

const scene = (id: string, ...leadsTo: string[]) => ({
  id,
  title: `Scene ${id}`,
  situation: "A customer calls.",
  question: "What do you do?",
  choices: leadsTo.map((place, n) => ({
    id: "abc"[n] ?? "z",
    text: `Choice ${n}`,
    consequence: `From ${id} to ${place}.`,
    clauses: ["ROE-1.1"],
    leadsTo: place,
  })),
});

const ending = (id: string) => ({
  id,
  title: id,
  outcome: "good" as const,
  text: "It ended.",
  lesson: "",
  clauses: [],
});

const story: Story = {
  id: "story",
  title: "A deal",
  summary: "",
  minutes: 8,
  clauses: [],
  start: "one",
  scenes: [scene("one", "two", "three", "bad"), scene("two", "three", "mixed"), scene("three", "good", "bad")],
  endings: [ending("good"), ending("mixed"), ending("bad")],
};

function take(path: StoryStep[], sceneId: string, choiceId: string): StoryStep[] {
  const result = takeChoice(story, { path, sceneId, choiceId });
  if (!result.taken) throw new Error(result.reason);
  return [...path, { ...result.step, at: path.length }];
}

test("choices lead through the scenes to an ending, with what followed from each", () => {
  const path = take(take([], "one", "a"), "two", "a");
  expect(storyPosition(story, path)).toMatchObject({
    at: "scene",
    scene: { id: "three" },
    passed: [
      { scene: { id: "one" }, choice: { text: "Choice 0", consequence: "From one to two." }, at: 0 },
      { scene: { id: "two" }, choice: { consequence: "From two to three." }, at: 1 },
    ],
  });
  expect(takeChoice(story, { path, sceneId: "three", choiceId: "a" })).toMatchObject({ taken: true, endingId: "good" });
  expect(storyPosition(story, take(path, "three", "b"))).toMatchObject({ at: "ending", ending: { id: "bad" } });
});

test("a scene takes one choice, and none is taken back", () => {
  const path = take([], "one", "a");
  const refusal = (sceneId: string, choiceId: string | null, at = path) => {
    const result = takeChoice(story, { path: at, sceneId, choiceId });
    return result.taken ? null : result.reason;
  };
  expect(refusal("one", "a")).toBe("same-choice");
  expect(refusal("one", "b")).toBe("moved-on");
  expect(refusal("three", "a")).toBe("moved-on");
  expect(refusal("nowhere", null)).toBe("moved-on");
  expect(refusal("two", "z")).toBe("no-such-choice");
  expect(refusal("two", null)).toBe("no-such-choice");
  expect(refusal("two", "a", take(path, "two", "b"))).toBe("moved-on");
  expect(refusal("two", "b", take(path, "two", "b"))).toBe("same-choice");
});

test("whatever is posted in whatever order, a path fits its story and never loses a step", () => {
  const post = fc.record({
    sceneId: fc.constantFrom("one", "two", "three", "elsewhere"),
    choiceId: fc.constantFrom("a", "b", "c", "z"),
  });
  fc.assert(
    fc.property(fc.array(post, { maxLength: 12 }), (posts) => {
      let path: StoryStep[] = [];
      for (const [at, given] of posts.entries()) {
        const result = takeChoice(story, { path, ...given });
        if (!result.taken) continue;
        expect(new Set(path.map((step) => step.sceneId)).has(result.step.sceneId)).toBe(false);
        path = [...path, { ...result.step, at }];
        const position = storyPosition(story, path);
        expect(position.passed).toHaveLength(path.length);
        expect(position.at === "ending").toBe(result.endingId !== null);
      }
    }),
  );
});

test("a path that the story does not have is known", () => {
  const step = { sceneId: "one", choiceId: "a", leadsTo: "two", at: 0 };
  expect(followPath(story, [step])).not.toBeNull();
  expect(followPath(story, [{ ...step, leadsTo: "good" }])).toBeNull();
  expect(followPath(story, [{ ...step, choiceId: "z" }])).toBeNull();
  expect(followPath(story, [{ ...step, sceneId: "two" }])).toBeNull();
  expect(followPath(story, [step, step])).toBeNull();
  expect(() => storyPosition(story, [step, step])).toThrow("does not lead through");
});

test("a presented scene tells nothing of what follows, and each token stands for one choice", () => {
  const [first] = story.scenes;
  if (!first) throw new Error("The story has no scene.");
  const shown = presentScene(first, "ada");
  expect(JSON.stringify(shown)).not.toMatch(/From one|leadsTo|"[abc]"/);
  const ids = shown.choices.map(({ token }) => choiceOfToken(first, { token, personId: "ada" }));
  expect([...ids].sort()).toEqual(["a", "b", "c"]);
  expect(choiceOfToken(first, { token: "4", personId: "ada" })).toBeNull();
  expect(choiceOfToken(first, { token: "a", personId: "ada" })).toBeNull();
});
