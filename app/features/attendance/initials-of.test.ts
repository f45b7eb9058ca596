import { expect, test } from "vitest";
import { initialsOf } from "./initials-of.ts";

test.each([
  [["Lucía", "Ferrante"], "L. F."],
  [["Éva", "  de la Cruz "], "É. d."],
  [["健太", "佐藤"], "健. 佐."],
  [["क्षमा", "👩‍👩‍👧 Smith"], "क्ष. 👩‍👩‍👧."],
  [["Madonna", " "], "M."],
])("%j", (parts, expected) => {
  expect(initialsOf(parts)).toBe(expected);
});
