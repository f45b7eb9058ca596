import fc from "fast-check";
import { expect, test } from "vitest";
import { findLoops } from "./reporting-tree.ts";

/** Whoever comes back to themselves within as many steps as there are people is on a loop. */
function onLoopByWalking(managerOf: Map<string, string | null>): string[] {
  return [...managerOf.keys()].filter((start) => {
    let person = managerOf.get(start);
    for (let step = 0; step < managerOf.size && person && person !== start; step++) person = managerOf.get(person);
    return person === start;
  });
}

test("finds exactly the people whom a walk up from each person finds", () => {
  const people = fc.integer({ min: 1, max: 12 }).chain((size) => {
    const id = fc.integer({ min: 0, max: size + 1 }).map(String);
    return fc.array(fc.option(id), { minLength: size, maxLength: size });
  });
  fc.assert(
    fc.property(people, (managers) => {
      const managerOf = new Map(managers.map((manager, index) => [String(index), manager]));
      const loops = findLoops(managerOf);
      expect(loops.flat().sort()).toEqual(onLoopByWalking(managerOf).sort());
      for (const loop of loops) {
        for (const [index, id] of loop.entries()) expect(managerOf.get(id)).toBe(loop[(index + 1) % loop.length]);
      }
    }),
    { numRuns: 1000 },
  );
});

test.each([
  [
    "a tree",
    [
      ["b", "a"],
      ["c", "a"],
      ["a", null],
    ],
    [],
  ],
  [
    "one's own manager",
    [
      ["a", "a"],
      ["b", "a"],
    ],
    [["a"]],
  ],
  [
    "two loops and people below them",
    [
      ["a", "b"],
      ["b", "a"],
      ["c", "a"],
      ["x", "y"],
      ["y", "z"],
      ["z", "x"],
    ],
    [
      ["a", "b"],
      ["x", "y", "z"],
    ],
  ],
  ["a manager outside", [["a", "elsewhere"]], []],
] as [string, [string, string | null][], string[][]][])("%s", (_, pairs, loops) => {
  expect(findLoops(new Map(pairs))).toEqual(loops);
});

test("40,000 people on one loop, and 40,000 one above the other", () => {
  const ids = Array.from({ length: 40_000 }, (_, n) => String(n));
  const loop = new Map(ids.map((id, n) => [id, ids[(n + 1) % ids.length] ?? null]));
  expect(findLoops(loop)).toEqual([ids]);
  const chain = new Map(ids.map((id, n) => [id, ids[n + 1] ?? null]));
  expect(findLoops(chain)).toEqual([]);
});
