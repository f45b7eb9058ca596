import { expect, test } from "vitest";
import { lessonMinutes } from "./lesson-minutes.ts";

test.each([
  [0, 0, 0],
  [1, 0, 1],
  [200, 0, 1],
  [201, 0, 2],
  [0, 3, 2],
  [200, 3, 3],
  [201, 3, 4],
  [1000, 4, 8],
])("%i words and %i scenarios take %i minutes", (words, scenarios, minutes) => {
  expect(lessonMinutes({ words, scenarios })).toBe(minutes);
});
