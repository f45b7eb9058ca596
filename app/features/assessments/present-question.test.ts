import fc from "fast-check";
import { expect, test } from "vitest";
import { drawForm } from "./draw-form.ts";
import { findChoice, presentQuestion } from "./present-question.ts";

const form = [
  { itemId: "first", clause: "ROE-1.1", choices: ["c", "a", "b"] },
  { itemId: "second", clause: "ROE-1.2", choices: ["b", "a"] },
];
const item = {
  id: "first",
  clause: "ROE-1.1",
  mustPass: true,
  difficulty: "easy" as const,
  situation: "A customer calls.",
  question: "Who leads?",
  choices: [
    { id: "a", text: "The partner", feedback: "Secret a", correct: true },
    { id: "b", text: "The rep", feedback: "Secret b", correct: false },
    { id: "c", text: "Nobody", feedback: "Secret c", correct: false },
  ],
};

test("a question shows its choices in the form's order, under tokens that say nothing, and the saved answer", () => {
  expect(presentQuestion({ form, position: 1, item, answer: { choice: "a" } })).toEqual({
    position: 1,
    total: 2,
    situation: "A customer calls.",
    question: "Who leads?",
    choices: [
      { token: "1", text: "Nobody" },
      { token: "2", text: "The partner" },
      { token: "3", text: "The rep" },
    ],
    chosen: "2",
  });
});

test("nothing of a presented question tells the key, the feedback, the clause or the author's ids", () => {
  const shown = JSON.stringify(presentQuestion({ form, position: 1, item, answer: undefined }));
  expect(shown).not.toMatch(/Secret|ROE|correct|mustPass|difficulty|"first"|"[abc]"/);
});

test("a token leads back to the author's choice, and nothing else does", () => {
  expect(findChoice(form, 1, "2")).toEqual({ itemId: "first", choice: "a" });
  expect(findChoice(form, 2, "1")).toEqual({ itemId: "second", choice: "b" });
  for (const [position, token] of [
    [0, "1"],
    [3, "1"],
    [1.5, "1"],
    [Number.NaN, "1"],
    [1, "0"],
    [1, "4"],
    [1, "a"],
    [1, ""],
    [1, " 1"],
    [1, "01"],
  ] as const) {
    expect(findChoice(form, position, token)).toBeNull();
  }
});

test("the choices of an attempt stay where they are, and a token leads to the choice whose text stands there", () => {
  const bank = Array.from({ length: 6 }, (_, n) => ({ ...item, id: `i${n}` }));
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 6 }), (seed, position) => {
      const drawn = drawForm({ bank, length: 6, seed, seen: new Map() });
      const asked = bank.find(({ id }) => id === drawn[position - 1]?.itemId) ?? item;
      const show = (choice?: string) =>
        presentQuestion({ form: drawn, position, item: asked, answer: choice ? { choice } : undefined });
      for (const { token, text } of show().choices) {
        const choice = findChoice(drawn, position, token)?.choice;
        expect(asked.choices.find(({ id }) => id === choice)?.text).toBe(text);
        expect(show(choice)).toEqual({ ...show(), chosen: token });
      }
    }),
  );
});
