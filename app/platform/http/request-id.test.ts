import { expect, test } from "vitest";
import { saneRequestId } from "./request-id.ts";

test.each([
  ["abc-DEF_1.2", "abc-DEF_1.2"],
  ["a".repeat(64), "a".repeat(64)],
  ["a".repeat(65), null],
  ["", null],
  ["a b", null],
  ['x","level":60', null],
  [["a", "b"], null],
  [undefined, null],
])("the request id %j is taken as %j", (header, expected) => {
  expect(saneRequestId(header)).toBe(expected);
});
