import fc from "fast-check";
import { expect, test } from "vitest";
import { lastDue, nextDue } from "./scheduled-work.ts";

const at = (text: string) => Date.parse(text);

test("a cron expression is due in UTC, at its second and not before", () => {
  const daily = "15 3 * * *";
  expect(lastDue(daily, at("2026-11-23T03:15:00Z"))).toBe(at("2026-11-23T03:15:00Z"));
  expect(lastDue(daily, at("2026-11-23T03:14:59.999Z"))).toBe(at("2026-11-22T03:15:00Z"));
  expect(nextDue(daily, at("2026-11-23T03:15:00Z"))).toBe(at("2026-11-24T03:15:00Z"));
});

test("at any time, now lies from the last instant on and before the next one", () => {
  const every = fc.oneof(
    fc.integer({ min: 1, max: 10_000 }),
    fc.constantFrom("*/5 * * * *", "0 4 * * 1", "30 2 29 2 *"),
  );
  fc.assert(
    fc.property(every, fc.integer({ min: at("2020-03-01"), max: at("2035-01-01") }), (given, now) => {
      const [last, next] = [lastDue(given, now), nextDue(given, now)];
      expect(last).toBeLessThanOrEqual(now);
      expect(next).toBeGreaterThan(now);
      expect(lastDue(given, next)).toBe(next);
      expect(lastDue(given, next - 1)).toBe(last);
    }),
  );
});
