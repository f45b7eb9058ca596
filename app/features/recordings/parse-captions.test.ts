import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCaptions } from "./parse-captions.ts";

test("times, names, settings, notes, tags and line ends of captions are understood", () => {
  const text = readFileSync("tests/fixtures/content/valid/replays/quay-talk/captions.en.vtt", "utf8");
  const { cues, faults } = parseCaptions(`\uFEFF${text.replaceAll("\n", "\r\n")}`);
  expect(faults).toEqual([]);
  expect(cues.map(({ start, end, text: words }) => [start, end, words])).toEqual([
    [1, 15, "A quay is a good place to talk."],
    [20, 38, "Two firms & one customer."],
    [50, 70.5, "The partner that brings\nthe business leads it."],
    [80, 100, "Everybody else helps."],
    [110, 119, "That is all."],
  ]);
  expect(cues[1]?.line).toBe(9);
});

test("a film of hours, and a block without a time", () => {
  const { cues, faults } = parseCaptions("WEBVTT\n\n01:02:03.004 --> 01:02:05.000\nLate.\n\nNo time here\n");
  expect(cues).toMatchObject([{ start: 3723.004, end: 3725 }]);
  expect(faults).toMatchObject([{ line: 6 }]);
});
