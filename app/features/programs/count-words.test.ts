import { expect, test } from "vitest";
import { countWords } from "./count-words.ts";

test.each([
  ["", 0],
  ["   \n\t ", 0],
  ["one", 1],
  ["one two", 2],
  ["  one\n two\tthree ", 3],
  ["well-known isn’t two", 3],
  ["a dash – between — words", 4],
  ["$5 million, 310,000 dollars.", 4],
  ["“Quoted” (words) …", 2],
  ["Frigoríficos Łódź Ōsaka", 3],
  ["no\u00a0break space", 3],
])("%j has %i words", (text, words) => {
  expect(countWords(text)).toBe(words);
});
