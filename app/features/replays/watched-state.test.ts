import { expect, test } from "vitest";
import type { Segment } from "#app/platform/db.server.ts";
import { resumePoint } from "./resume-point.ts";
import { seekLimit } from "./seek-limit.ts";
import { watchedState } from "./watched-state.ts";

const chapter = (id: string, start: number, end: number, mandatory = true) => ({
  id,
  title: id,
  start,
  end,
  mandatory,
});
const question = { clauses: [], situation: "", question: "", choices: [] };
const replay = {
  durationSeconds: 100,
  threshold: 0.9,
  chapters: [chapter("one", 0, 40), chapter("two", 40, 60, false), chapter("three", 60, 100)],
  checkpoints: [
    { id: "second", at: 80, ...question },
    { id: "first", at: 30, ...question },
  ],
};
const both = ["first", "second"];

test.each<[string, Segment[], string[], ReturnType<typeof watchedState>]>([
  ["nothing", [], [], state(0, ["one", "three"], both, false, false)],
  ["all of it", [[0, 100_000]], both, state(1, [], [], true, true)],
  ["all but a question", [[0, 100_000]], ["second"], state(1, [], ["first"], true, false)],
  [
    "just enough",
    [
      [0, 45_000],
      [55_000, 100_000],
    ],
    both,
    state(0.9, [], [], true, true),
  ],
  [
    "a little too little",
    [
      [0, 45_000],
      [55_001, 100_000],
    ],
    both,
    state(0.89999, [], [], false, false),
  ],
  ["enough, without a mandatory end", [[0, 98_000]], both, state(0.98, ["three"], [], false, false)],
  ["a player that stops short of the end", [[0, 99_200]], both, state(0.992, [], [], true, true)],
  ["a part beyond the end", [[0, 200_000]], both, state(1, [], [], true, true)],
])("%s", (_, segments, answered, expected) => {
  expect(watchedState(replay, { segments, answered: new Set(answered) })).toEqual(expected);
});

function state(
  share: number,
  chaptersNeeded: string[],
  checkpointsLeft: string[],
  covered: boolean,
  complete: boolean,
) {
  return { share, chaptersNeeded, checkpointsLeft, covered, complete };
}

test("the first view seeks no further than it has been, later ones anywhere", () => {
  expect(seekLimit({ wanted: 50, furthest: 30, firstView: true })).toBe(30);
  expect(seekLimit({ wanted: 20, furthest: 30, firstView: true })).toBe(20);
  expect(seekLimit({ wanted: 50, furthest: 30, firstView: false })).toBe(50);
});

test("a replay goes on where it stopped, and from the start when that was its end", () => {
  expect(resumePoint(replay, { position: 55_000 })).toBe(55_000);
  expect(resumePoint(replay, { position: 99_500 })).toBe(0);
});
