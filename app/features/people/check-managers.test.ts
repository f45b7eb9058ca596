import fc from "fast-check";
import { expect, test } from "vitest";
import { checkManagers } from "./check-managers.ts";
import { feedRow } from "./feed-for-tests.ts";
import { findLoops } from "./reporting-tree.ts";

type Pairs = Record<string, string | null>;

function check({ file, refused = [], known = {} }: { file: Pairs; refused?: string[]; known?: Pairs }) {
  const rows = Object.entries(file).map(([id, manager], index) =>
    feedRow({ employee_id: id, manager_employee_id: manager ?? "" }, index + 2),
  );
  const idsInFile = new Set([...Object.keys(file), ...refused]);
  const { refusals, waiting } = checkManagers({ rows, idsInFile, known: new Map(Object.entries(known)) });
  const refusedIds = Object.fromEntries([...refusals].map(([row, { reason }]) => [row.values.employee_id, reason]));
  return { refusedIds, refusals: [...refusals.values()], waiting: waiting.map((row) => row.values.employee_id) };
}

test.each([
  ["a manager who comes later in the file", { file: { a: "b", b: null } }, {}, []],
  ["a manager who is known already", { file: { a: "k" }, known: { k: null } }, {}, []],
  ["a manager who is nowhere", { file: { a: "?" } }, { a: "UNKNOWN_MANAGER" }, []],
  ["a manager whose row was refused", { file: { a: "b" }, refused: ["b"] }, {}, ["a"]],
  [
    "a manager whose row was refused but who is known",
    { file: { a: "b" }, refused: ["b"], known: { b: null } },
    {},
    [],
  ],
  ["a manager whose own manager is nowhere", { file: { a: "b", b: "?" } }, { b: "UNKNOWN_MANAGER" }, ["a"]],
  ["one's own manager", { file: { a: "a" } }, { a: "MANAGER_LOOP" }, []],
  ["a loop with people below", { file: { a: "b", b: "a", c: "a" } }, { a: "MANAGER_LOOP", b: "MANAGER_LOOP" }, ["c"]],
  ["a loop through a known person", { file: { a: "b" }, known: { b: "a" } }, { a: "MANAGER_LOOP" }, []],
  ["a loop that the file opens", { file: { b: null }, known: { a: "b", b: "a" } }, {}, []],
  ["a loop among known people alone", { file: { c: "a" }, known: { a: "b", b: "a" } }, {}, []],
  [
    "a refused loop that brings another one back",
    { file: { a: "c", c: "a", b: "a" }, known: { a: "b", b: null, c: null } },
    { a: "MANAGER_LOOP", c: "MANAGER_LOOP", b: "MANAGER_LOOP" },
    [],
  ],
] as [string, Parameters<typeof check>[0], Record<string, string>, string[]][])("%s", (_, given, refused, waiting) => {
  const found = check(given);
  expect(found.refusedIds).toEqual(refused);
  expect(found.waiting).toEqual(waiting);
});

test("names the loop, starting with the row's own person", () => {
  const { refusals } = check({ file: { a: "b", b: "c", c: "a" } });
  expect(refusals.map(({ explanation }) => explanation)).toEqual([
    "The managers form a loop: a → b → c → a.",
    "The managers form a loop: b → c → a → b.",
    "The managers form a loop: c → a → b → c.",
  ]);
});

test("whatever is imported never adds a loop to the tree", () => {
  const id = fc.integer({ min: 0, max: 7 }).map((n) => `p${n}`);
  const pairs = fc.dictionary(id, fc.option(id));
  fc.assert(
    fc.property(pairs, pairs, (file, known) => {
      const { refusedIds } = check({ file, known });
      const after = new Map(Object.entries(known));
      for (const [person, manager] of Object.entries(file)) if (!(person in refusedIds)) after.set(person, manager);
      const fileIds = Object.keys(file).filter((person) => !(person in refusedIds));
      for (const loop of findLoops(after)) expect(loop.filter((person) => fileIds.includes(person))).toEqual([]);
    }),
    { numRuns: 1000 },
  );
});

test("a loop of 40,000 rows names a few of them in each refusal", () => {
  const file: Pairs = {};
  for (let n = 0; n < 40_000; n++) file[`p${n}`] = `p${(n + 1) % 40_000}`;
  const { refusals } = check({ file });
  expect(refusals).toHaveLength(40_000);
  expect(refusals[39_999]?.explanation).toBe(
    "The managers form a loop: p39999 → p0 → p1 → p2 → p3 → p4 → p5 → p6 → 39992 more → p39999.",
  );
});
