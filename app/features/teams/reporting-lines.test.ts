import fc from "fast-check";
import { expect, test } from "vitest";
import { lineAbove, listBelow, listTops, reportingLines } from "./reporting-lines.ts";

/** People 0 … n with any managers at all: loops, oneself, and somebody unknown. */
const people = fc
  .array(fc.option(fc.integer({ min: 0, max: 14 })), { maxLength: 12 })
  .map((managers) =>
    managers.map((manager, n) => ({ employeeId: `${n}`, managerEmployeeId: manager === null ? null : `${manager}` })),
  );

test("somebody is below a manager exactly where the way up from them meets the manager", () => {
  fc.assert(
    fc.property(people, (those) => {
      const lines = reportingLines(those);
      for (const manager of those) {
        const below = listBelow(lines, manager.employeeId);
        const expected = those.filter((one) => one !== manager && lineAbove(lines, one).includes(manager));
        expect([...below].map(({ employeeId }) => employeeId).sort()).toEqual(
          expected.map(({ employeeId }) => employeeId).sort(),
        );
      }
    }),
  );
});

test("the tops lead everybody, in loops too", () => {
  fc.assert(
    fc.property(people, (those) => {
      const lines = reportingLines(those);
      const led = new Set(listTops(lines).flatMap((top) => [top, ...listBelow(lines, top.employeeId)]));
      expect(led.size).toBe(those.length);
    }),
  );
});
