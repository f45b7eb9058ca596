import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMembers, peopleOf } from "#tests/make-members.ts";
import { lineAbove, listBelow, listTops, reportingLines } from "./reporting-lines.ts";
import type { Member } from "./team-member.ts";

/** Any managers at all: loops, oneself, and somebody unknown. */
const people = anyMembers.filter(({ length }) => length > 0);

function managersOf(those: readonly Member[], one: Member): Member[] {
  const line: Member[] = [];
  for (let at: Member | undefined = one; at; ) {
    at = those.find(({ employeeId }) => employeeId === at?.managerEmployeeId);
    if (!at || at === one || line.includes(at)) break;
    line.push(at);
  }
  return line;
}

const named = (those: Iterable<Member>) => [...those].map(({ employeeId }) => employeeId).sort();

test("somebody is below a manager exactly where the way up from them meets the manager", async () => {
  await fc.assert(
    fc.asyncProperty(people, async (those) => {
      const lines = reportingLines(await peopleOf(those));
      for (const one of those) expect(named(lineAbove(lines, one))).toEqual(named(managersOf(those, one)));
      for (const manager of [...those.map(({ employeeId }) => employeeId), "1029", "nobody"]) {
        const below = listBelow(lines, manager);
        const isAbove = (one: Member) =>
          one.employeeId !== manager &&
          [one, ...managersOf(those, one)].some(({ managerEmployeeId }) => managerEmployeeId === manager);
        expect(named(below)).toEqual(named(those.filter(isAbove)));
        expect(those.filter((one) => below.has(one))).toEqual(those.filter(isAbove));
        expect(lines.reportsOf.has(manager)).toBe(those.some((one) => one.managerEmployeeId === manager));
      }
    }),
  );
});

test("the tops lead everybody, in loops too", async () => {
  await fc.assert(
    fc.asyncProperty(people, async (those) => {
      const lines = reportingLines(await peopleOf(those));
      const tops = listTops(lines);
      expect(new Set(named(tops)).size).toBe(tops.length);
      const led = new Set(tops.flatMap((top) => [top.employeeId, ...named(listBelow(lines, top.employeeId))]));
      expect(led.size).toBe(those.length);
    }),
  );
});
