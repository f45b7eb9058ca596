import { expect, test } from "vitest";
import { nextOfWork } from "./next-of-work.ts";
import { workLimits } from "./work-limits.ts";

const now = 1_000_000;
const waiting = { state: "waiting" as const, leaseUntil: null, runs: 0, cancelAskedAt: null };
const running = { state: "running" as const, leaseUntil: now + 1, runs: 1, cancelAskedAt: null };
const dead = { ...running, leaseUntil: now };
const most = { ...dead, runs: workLimits.mostRuns };

test.each([
  [waiting, "again", "run"],
  [waiting, "fail", "run"],
  [{ ...waiting, cancelAskedAt: 5 }, "again", "cancelled"],
  [running, "again", "leave"],
  [{ ...running, cancelAskedAt: 5 }, "again", "leave"],
  [dead, "again", "run"],
  [dead, "fail", "stopped"],
  [{ ...dead, cancelAskedAt: 5 }, "fail", "cancelled"],
  [most, "again", "too_often"],
  [{ ...waiting, state: "done" as const }, "again", "leave"],
] as const)("%j, resume %s: %s", (row, resume, next) => {
  expect(nextOfWork(row, { resume }, now)).toBe(next);
});
