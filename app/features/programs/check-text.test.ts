import { expect, test } from "vitest";
import { findHiddenCharacter, listTexts } from "./check-text.ts";

test.each([
  ["plain text, with a tab\tand a line\nend", null],
  ["עברית و العربية, naïve, 日本語, क्‍ष, 👩‍👩‍👧", null],
  ["a\u202eb", "U+202E"],
  ["a\u2066b", "U+2066"],
  ["a\u200fb", "U+200F"],
  ["a\u061cb", "U+061C"],
  ["a\u200bb", "U+200B"],
  ["a\u0000b", "U+0000"],
  ["\ufeffa", "U+FEFF"],
])("%j hides %j", (text, hidden) => {
  expect(findHiddenCharacter(text)).toBe(hidden);
});

test("every text is listed with its path", () => {
  expect(listTexts({ a: "x", b: [{ c: "y" }, 3, null, true], d: {} })).toEqual([
    { path: ["a"], text: "x" },
    { path: ["b", 0, "c"], text: "y" },
  ]);
});
