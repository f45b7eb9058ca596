import { expect, test } from "vitest";
import { neutraliseFormula, visibleText } from "./visible-text.ts";

test.each([
  ["plain O'Brien 山田", "plain O'Brien 山田"],
  ["\u202eevil", "[U+202E]evil"],
  ["zero\0byte", "zero[U+0000]byte"],
  ["two\nlines", "two[U+000A]lines"],
  ["A".repeat(200), "A".repeat(200)],
  ["A".repeat(201), `${"A".repeat(199)}…`],
  ["\0".repeat(100), `${"[U+0000]".repeat(25).slice(0, 199)}…`],
  ["𠮷".repeat(201), `${"𠮷".repeat(199)}…`],
])("%j is shown as %j", (value, shown) => {
  expect(visibleText(value)).toBe(shown);
});

test.each([
  ["\t=1", "'\t'=1"],
  ["a;=1", "a;'=1"],
  ["a\n =1", "a\n' =1"],
  ['a;"=1', "a;'\"=1"],
  ["a; b - c", "a; b - c"],
])("%j is marked where a spreadsheet may begin a cell", (value, marked) => {
  expect(neutraliseFormula(value)).toBe(marked);
});

test.each(["=1+1", "+1", "-1", "@SUM(A1)", " =1", "＝1"])("%j is marked as text", (value) => {
  expect(neutraliseFormula(value)).toBe(`'${value}`);
});

test("other text stays as it is", () => {
  expect(neutraliseFormula("a=1")).toBe("a=1");
});
