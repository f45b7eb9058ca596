import { expect, test } from "vitest";
import { chaptersOn } from "./chapters-on.ts";

const chapter = (id: string, start: number, end: number) => ({
  id,
  title: `Chapter ${id}`,
  start,
  end,
  mandatory: true,
});
const question = (id: string, at: number, clauses: string[]) => ({
  ...{ id, at, clauses },
  ...{ situation: "", question: "", choices: [] },
});
const replay = {
  id: "briefing",
  title: "Briefing",
  chapters: [chapter("one", 0, 60), chapter("two", 60, 120)],
  checkpoints: [question("a", 60, ["ROE-2.1"]), question("b", 120, ["ROE-2.2", "ROE-7.1"])],
};
const other = { ...replay, id: "deal", title: "Deal", checkpoints: [question("c", 10, ["ROE-2.1"])] };

test.each([
  ["ROE-2.1", ["briefing Chapter one", "deal Chapter one"]],
  ["ROE-7.1", ["briefing Chapter two"]],
  ["ROE-7.3", ["briefing Chapter two"]],
  ["ROE-2.4", ["briefing Chapter one", "briefing Chapter two", "deal Chapter one"]],
  ["ROE-20.1", []],
])("%s is talked about in %j", (clause, places) => {
  const found = chaptersOn(clause, [replay, other]);
  expect(found.map(({ replayId, chapterTitle }) => `${replayId} ${chapterTitle}`)).toEqual(places);
});
