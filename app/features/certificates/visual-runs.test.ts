import { expect, test } from "vitest";
import { directionOf, visualRuns } from "./visual-runs.ts";

/** Each character is a part of its own; a run to be turned round is marked. */
function runsOf(text: string) {
  const line = [...text].map((character) => ({ text: character, font: /[؀-ۿ]/.test(character) ? "arabic" : "latin" }));
  return visualRuns(line, { direction: directionOf(text) }).map(
    ({ font, text, direction: way }) => `${font}${way === "rtl" ? "←" : ""} ${text}`,
  );
}

test("a line from left to right stays as it is", () => {
  expect(runsOf("Ada (7) Łu")).toEqual(["latin Ada (7) Łu"]);
});

test("a line from the right begins at the right; runs for the shaper stay in reading order", () => {
  expect(directionOf("عمر Ada")).toBe("rtl");
  expect(runsOf("عمر Ada")).toEqual(["latin Ada", "latin←  ", "arabic← عمر"]);
});

test("Arabic inside Latin stands in its place, and Latin inside Arabic too", () => {
  expect(runsOf("Omar عمر Lee")).toEqual(["latin Omar ", "arabic← عمر", "latin  Lee"]);
  expect(runsOf("عمر Lee عمر")).toEqual(["arabic← عمر", "latin←  ", "latin Lee", "latin←  ", "arabic← عمر"]);
});

test("brackets in a line from the right are left to the shaper, which turns and mirrors them", () => {
  expect(runsOf("عمر (Lee)")).toEqual(["latin← )", "latin Lee", "latin←  (", "arabic← عمر"]);
});

test("digits keep their order in a line from the right", () => {
  expect(runsOf("عمر 123")).toEqual(["latin 123", "latin←  ", "arabic← عمر"]);
});
