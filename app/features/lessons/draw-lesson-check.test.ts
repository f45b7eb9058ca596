import fc from "fast-check";
import { expect, test } from "vitest";
import type { Item, Release } from "../programs/release-content.ts";
import { drawLessonCheck, lessonCheckLength } from "./draw-lesson-check.ts";

const clauses = ["ROE-1.1", "ROE-1.2", "ROE-1.3", "ROE-2.1"];
const bank: Item[] = clauses.flatMap((clause) =>
  [1, 2, 3].map((n) => ({
    id: `${clause} ${n}`,
    clause,
    mustPass: clause === "ROE-1.3" || clause === "ROE-1.2",
    difficulty: "easy",
    situation: "",
    question: "",
    choices: ["a", "b"].map((id) => ({ id, text: id, feedback: "", correct: id === "a" })),
  })),
);

function release(items: number | null): Release {
  const modules = [
    { id: "first", teaches: clauses.slice(0, 3) },
    { id: "second", teaches: ["ROE-2.1"] },
    { id: "third", teaches: ["ROE-9.9"] },
  ];
  return { summary: { modules, testOut: items === null ? null : { items } } } as unknown as Release;
}

test("a check asks only about the clauses that the module teaches, all must-pass ones among them", () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 12 }), (seed, items) => {
      const given = { release: release(items), bank, moduleId: "first" };
      const form = drawLessonCheck({ ...given, seed, seen: new Map() });
      expect(form).toHaveLength(Math.min(Math.max(items, 2), 9));
      expect(form).toHaveLength(lessonCheckLength(given));
      expect(new Set(form.map((place) => place.itemId)).size).toBe(form.length);
      const asked = form.map((place) => place.clause);
      for (const clause of asked) expect(clauses.slice(0, 3)).toContain(clause);
      expect(asked).toEqual(expect.arrayContaining(["ROE-1.2", "ROE-1.3"]));
      expect(drawLessonCheck({ ...given, seed, seen: new Map() })).toEqual(form);
    }),
  );
});

test("there is no check without a place for it in the release, questions on the clauses, or the module", () => {
  const length = (items: number | null, moduleId: string) =>
    lessonCheckLength({ release: release(items), bank, moduleId });
  expect(length(null, "first")).toBe(0);
  expect(length(4, "third")).toBe(0);
  expect(length(4, "nowhere")).toBe(0);
  expect(length(4, "second")).toBe(3);
});
