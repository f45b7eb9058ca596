import fc from "fast-check";
import { expect, test } from "vitest";
import { ownTimeLimit } from "./own-time-limit.ts";

const extra = (extraTimePercent: number) => ({ extraTimePercent, noTimeLimit: false });

test("extra time is added in percent and rounded up to whole minutes", () => {
  expect(ownTimeLimit(60, extra(50))).toEqual({ minutes: 90, usualMinutes: 60, extraTimePercent: 50 });
  expect(ownTimeLimit(25, extra(25)).minutes).toBe(32);
  expect(ownTimeLimit(60, null)).toEqual({ minutes: 60, usualMinutes: 60, extraTimePercent: null });
});

test("a lifted limit is none, and nobody gets one where the assessment has none", () => {
  expect(ownTimeLimit(60, { extraTimePercent: null, noTimeLimit: true })).toMatchObject({
    minutes: null,
    usualMinutes: 60,
  });
  for (const accommodation of [null, extra(50), { extraTimePercent: null, noTimeLimit: true }])
    expect(ownTimeLimit(null, accommodation).minutes).toBeNull();
});

test("more percent never gives less time, and never less than the usual", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 600 }), fc.nat(300), fc.nat(300), (minutes, one, more) => {
      const [less, longer] = [
        ownTimeLimit(minutes, extra(one)).minutes,
        ownTimeLimit(minutes, extra(one + more)).minutes,
      ];
      expect(less).toBeGreaterThanOrEqual(minutes);
      expect(longer).toBeGreaterThanOrEqual(less ?? 0);
    }),
  );
});
