import { expect, test } from "vitest";
import { delegationPeriod, delegationState } from "./delegation-period.ts";

const at = (text: string) => Date.parse(text);
const now = at("2026-03-10T15:00:00Z");
const ask = (from: string, until: string) => delegationPeriod({ from, until }, { timeZone: "America/New_York", now });

test("days begin and end where the manager is, and none begins before now", () => {
  expect(ask("2026-03-10", "2026-03-12")).toEqual({ validFrom: now, validUntil: at("2026-03-13T04:00:00Z") });
  expect(ask("2026-03-12", "2026-03-12")).toEqual({
    validFrom: at("2026-03-12T04:00:00Z"),
    validUntil: at("2026-03-13T04:00:00Z"),
  });
  expect(ask("2026-01-01", "2026-03-10")).toMatchObject({ validFrom: now });
});

test.each([
  ["2026-03-12", "2026-03-11", "order"],
  ["2026-03-01", "2026-03-09", "past"],
  ["2026-03-12", "2026-09-30", "tooLong"],
  ["2026-02-30", "2026-03-30", "days"],
  ["", "2026-03-30", "days"],
  ["2026-03-10", "tomorrow", "days"],
])("from %s until %s: %s", (from, until, problem) => {
  expect(ask(from, until)).toBe(problem);
});

test("a delegation runs by itself, and not after it was ended", () => {
  const delegation = { validFrom: 10, validUntil: 20, endedAt: null };
  expect([9, 10, 19, 20].map((now) => delegationState(delegation, now))).toEqual([
    "coming",
    "running",
    "running",
    "over",
  ]);
  expect(delegationState({ ...delegation, endedAt: 12 }, 11)).toBe("running");
  expect(delegationState({ ...delegation, endedAt: 12 }, 12)).toBe("ended");
});
