import { expect, test } from "vitest";
import { mayReadSection, transcriptSections } from "./transcript-sections.ts";

const question = { clauses: [], situation: "", question: "", choices: [] };
const replay = {
  durationSeconds: 100,
  cues: [0, 25, 30, 79.5, 95].map((start) => ({ start, end: start + 4, text: `At ${start}` })),
  checkpoints: [
    { id: "second", at: 80, ...question },
    { id: "first", at: 30, ...question },
  ],
};

test("sections run from checkpoint to checkpoint and hold every line once", () => {
  expect(transcriptSections(replay, [[0, 30_000]])).toEqual([
    { number: 1, start: 0, end: 30_000, text: ["At 0", "At 25"], checkpointId: "first", done: true },
    { number: 2, start: 30_000, end: 80_000, text: ["At 30", "At 79.5"], checkpointId: "second", done: false },
    { number: 3, start: 80_000, end: 100_000, text: ["At 95"], checkpointId: null, done: false },
  ]);
});

test("a checkpoint at the end leaves no empty section; without any there is one section", () => {
  const atEnd = { ...replay, checkpoints: [{ id: "last", at: 100, ...question }] };
  expect(transcriptSections(atEnd, [])).toMatchObject([{ number: 1, end: 100_000, checkpointId: "last" }]);
  expect(transcriptSections({ ...replay, checkpoints: [] }, [])).toMatchObject([{ start: 0, end: 100_000 }]);
});

test.each([
  [1, [], [], true],
  [2, [], [], false],
  [2, [], ["first"], false],
  [2, [[0, 30_000]], [], false],
  [2, [[0, 30_000]], ["first"], true],
  [3, [[0, 30_000]], ["first", "second"], false],
  [3, [[0, 80_000]], ["first", "second"], true],
] as const)("section %i with %j seen and %j answered", (number, seen, answered, expected) => {
  const sections = transcriptSections(replay, seen as unknown as [number, number][]);
  expect(mayReadSection(sections, { number, answered: new Set(answered) })).toBe(expected);
});
