import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMembers, peopleOf } from "#tests/make-members.ts";
import * as plain from "./reporting-lines.ts";
import { lineAbove, listBelow, listTops, teamLines } from "./team-lines.ts";
import type { Member } from "./team-member.ts";

const named = (those: Iterable<Member>) => [...those].map(({ employeeId }) => employeeId).sort();

test("lines in columns are those that are followed from person to person: loops, oneself, unknown managers", async () => {
  await fc.assert(
    fc.asyncProperty(anyMembers, async (those) => {
      const lines = teamLines(await peopleOf(those));
      const expected = plain.reportingLines(those);
      for (const one of those) {
        expect(lineAbove(lines, one).map(({ id }) => id)).toEqual(plain.lineAbove(expected, one).map(({ id }) => id));
      }
      for (const manager of [...those.map(({ employeeId }) => employeeId), "R1008", "nobody"]) {
        const [below, led] = [listBelow(lines, manager), plain.listBelow(expected, manager)];
        expect(named(below)).toEqual(named(led));
        expect(below.size).toBe(led.size);
        expect(those.filter((one) => below.has(one))).toEqual(those.filter((one) => led.has(one)));
        expect(named(lines.reportsOf.get(manager) ?? [])).toEqual(
          named((expected.reportsOf.get(manager) ?? []).filter(({ employeeId }) => employeeId !== manager)),
        );
      }
    }),
  );
});

test("the tops lead everybody, in loops too", async () => {
  await fc.assert(
    fc.asyncProperty(anyMembers, async (those) => {
      const lines = teamLines(await peopleOf(those));
      const tops = listTops(lines);
      expect(new Set(named(tops)).size).toBe(tops.length);
      const led = new Set(tops.flatMap((top) => [top.employeeId, ...named(listBelow(lines, top.employeeId))]));
      expect(led.size).toBe(those.length);
    }),
  );
});
