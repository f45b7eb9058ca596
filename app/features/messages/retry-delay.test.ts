import { expect, test } from "vitest";
import { mostTries, retryDelay } from "./retry-delay.ts";

test("delays double from a minute to four hours, a fifth more or less, and end within a day", () => {
  expect([1, 2, 3, 8, 9, 20].map((tries) => retryDelay(tries, 0.5) / 60_000)).toEqual([1, 2, 4, 128, 240, 240]);
  expect([retryDelay(1, 0), retryDelay(1, 0.999_999)]).toEqual([48_000, 72_000]);
  let whole = 0;
  for (let tries = 1; tries < mostTries; tries++) whole += retryDelay(tries, 0.999_999);
  expect(whole).toBeLessThan(24 * 3_600_000);
  expect(whole).toBeGreaterThan(12 * 3_600_000);
});
