import fc from "fast-check";
import { expect, test } from "vitest";
import { reportingLines } from "../teams/reporting-lines.ts";
import type { NoticePerson } from "./notice-person.ts";
import { nearestReachable, reachableLine } from "./reachable-line.ts";

test("whoever leads whom, in circles too: the nearest one is the first of the line", () => {
  const person = fc.record({ manager: fc.option(fc.nat({ max: 8 })), reachable: fc.boolean() });
  fc.assert(
    fc.property(fc.array(person, { maxLength: 8 }), (drawn) => {
      const people = drawn.map(({ manager, reachable }, n) => ({
        ...{
          id: `p${n}`,
          employeeId: String(n),
          managerEmployeeId: manager === null ? null : String(manager),
          reachable,
        },
        ...{ name: "", country: "US", language: "en", timeZone: "UTC", onLeave: false, knownFrom: 0 },
        ...{ counted: true, dueAt: null },
      })) satisfies NoticePerson[];
      const lines = reportingLines<NoticePerson>(people);
      const nearest = nearestReachable(lines);
      for (const one of people) expect(nearest(one)?.id).toBe(reachableLine(lines, one)[0]?.id);
    }),
    { numRuns: 500 },
  );
});
