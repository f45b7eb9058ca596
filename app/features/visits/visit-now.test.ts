import { expect, test } from "vitest";
import { visitNow } from "./visit-now.ts";

const minute = 60_000;

test("a visit lasts half an hour; the next one remembers when it began", () => {
  expect(visitNow(null, 5)).toEqual({ currentAt: 5, previousAt: null });
  const known = { currentAt: 100 * minute, previousAt: 7 };
  expect(visitNow(known, 130 * minute)).toBe(known);
  expect(visitNow(known, 130 * minute + 1)).toEqual({ currentAt: 130 * minute + 1, previousAt: 100 * minute });
  expect(visitNow(known, 90 * minute), "another node's clock is behind").toBe(known);
});
