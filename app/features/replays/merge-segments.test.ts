import fc from "fast-check";
import { expect, test } from "vitest";
import type { Segment } from "#app/platform/db.server.ts";
import { coveredWithin, mergeSegments } from "./merge-segments.ts";

const segment = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([start, length]): Segment => [start, start + length]);
const segments = fc.array(segment, { maxLength: 12 });

/** Every whole number that lies in a part. */
function cells(list: readonly Segment[]): number[] {
  const inside = new Set(list.flatMap(([start, end]) => Array.from({ length: end - start }, (_, n) => start + n)));
  return [...inside].sort((a, b) => a - b);
}

test.each([
  [[], []],
  [[[5, 5]], []],
  [
    [
      [4, 6],
      [0, 2],
    ],
    [
      [0, 2],
      [4, 6],
    ],
  ],
  [
    [
      [0, 2],
      [2, 4],
    ],
    [[0, 4]],
  ],
  [
    [
      [0, 9],
      [3, 4],
    ],
    [[0, 9]],
  ],
] as [Segment[], Segment[]][])("the union of %j is %j", (list, expected) => {
  expect(mergeSegments(list)).toEqual(expected);
});

test("the union covers what its parts cover, sorted and apart, and does not depend on order or repetition", () => {
  fc.assert(
    fc.property(segments, segments, (a, b) => {
      const merged = mergeSegments(a, b);
      expect(cells(merged)).toEqual(cells([...a, ...b]));
      expect(merged.every(([start, end], n) => start < end && start > (merged[n - 1]?.[1] ?? -1))).toBe(true);
      expect(mergeSegments(b, mergeSegments(a), b)).toEqual(merged);
    }),
  );
});

test("what is covered within bounds is what both hold", () => {
  fc.assert(
    fc.property(segments, segment, (list, bounds) => {
      const inBounds = cells(list).filter((cell) => cell >= bounds[0] && cell < bounds[1]);
      expect(coveredWithin(mergeSegments(list), bounds)).toBe(inBounds.length);
    }),
  );
});
