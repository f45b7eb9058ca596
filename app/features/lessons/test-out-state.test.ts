import { expect, test } from "vitest";
import { testOutState } from "./test-out-state.ts";

const result = (passed: boolean) => ({ correct: passed ? 4 : 3, total: 4, passed });
const fresh = { questions: 4, read: false, certified: false, check: null };

test("a check is offered once, to those who have not read the lesson", () => {
  const table: [Partial<Parameters<typeof testOutState>[0]>, string][] = [
    [{}, "offered"],
    [{ questions: 0 }, "none"],
    [{ read: true }, "none"],
    [{ certified: true }, "none"],
    [{ check: { result: null } }, "open"],
    [{ check: { result: null }, questions: 0 }, "open"],
    [{ check: { result: null }, read: true }, "none"],
    [{ check: { result: null }, certified: true }, "none"],
    [{ check: { result: result(true) }, read: true }, "passed"],
    [{ check: { result: result(true) }, certified: true }, "passed"],
    [{ check: { result: result(false) } }, "failed"],
    [{ check: { result: result(false) }, read: true }, "failed"],
  ];
  for (const [given, state] of table) expect([given, testOutState({ ...fresh, ...given })]).toEqual([given, state]);
});
