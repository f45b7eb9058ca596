import fc from "fast-check";
import { expect, test } from "vitest";
import { seededRandom, shuffle } from "./seeded-random.ts";

test("numbers lie in [0, 1) and follow from the seed alone", () => {
  fc.assert(
    fc.property(fc.string(), (seed) => {
      const [one, other] = [seededRandom(seed), seededRandom(seed)];
      for (let n = 0; n < 20; n++) {
        const value = one();
        expect(value).toBe(other());
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThan(1);
      }
    }),
  );
});

test("the sequence of a seed never changes, so that a person finds the choices where they were", () => {
  const random = seededRandom("attempt");
  expect([random(), random(), random()].map((value) => Math.floor(value * 1e6))).toEqual([16_145, 352_657, 930_697]);
});

test("a shuffle keeps the values and reaches every order about equally often", () => {
  const random = seededRandom("orders");
  const seen = new Map<string, number>();
  for (let n = 0; n < 6000; n++) {
    const order = shuffle(["a", "b", "c"], random).join("");
    seen.set(order, (seen.get(order) ?? 0) + 1);
  }
  expect([...seen.keys()].sort()).toEqual(["abc", "acb", "bac", "bca", "cab", "cba"]);
  for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(150);
});
