import { expect, test } from "vitest";
import { clockText } from "./clock-text.ts";
import { splitAtHits } from "./find-cues.ts";

test.each([
  ["The deal is a Deal.", "deal", ["The ", "deal", " is a ", "Deal", "."]],
  ["Plzeň waits", "plzen", ["", "Plzeň", " waits"]],
  ["İstanbul, straße", "stra", ["İstanbul, ", "stra", "ße"]],
  ["nothing here", "deal", ["nothing here"]],
  ["all of it", "  ", ["all of it"]],
  ["(a) and (b)", "(b)", ["(a) and ", "(b)", ""]],
])("%s, searched for %s", (text, query, pieces) => {
  expect(splitAtHits(text, query)).toEqual(pieces);
});

test("times are written as players do", () => {
  expect([0, 65_900, 3_725_000].map(clockText)).toEqual(["0:00", "1:05", "1:02:05"]);
});
