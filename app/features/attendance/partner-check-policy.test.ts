import { expect, test } from "vitest";
import { partnerCheckDecision } from "./partner-check-policy.ts";

const hour = 3_600_000;
const day = 24 * hour;
const policy = { maximum: 5, withinDays: 30, waitHoursBeforeThird: 24, coachUnlockFrom: 4 };
const now = 100 * day;
/** Failed checks, by how long ago each was submitted. */
const failed = (...ago: number[]) => ago.map((ms, n) => ({ number: n + 1, endedAt: now - ms, passed: false }));

test.each([
  ["the first", [], { allowed: true }],
  ["the second at once", failed(0), { allowed: true }],
  ["the third not at once", failed(2 * hour, hour), { allowed: false, reason: "WAIT", availableAt: now + 23 * hour }],
  ["the third a day later", failed(2 * day, day), { allowed: true }],
  [
    "the fourth waits too",
    failed(3 * day, 2 * day, hour),
    { allowed: false, reason: "WAIT", availableAt: now + 23 * hour },
  ],
  ["the fifth needs nobody", failed(9 * day, 8 * day, 4 * day, 2 * day), { allowed: true }],
  [
    "five within thirty days",
    failed(9 * day, 8 * day, 7 * day, 4 * day, 2 * day),
    { allowed: false, reason: "CAP", availableAt: now + 21 * day },
  ],
  ["the oldest of five makes room", failed(30 * day, 8 * day, 7 * day, 4 * day, 2 * day), { allowed: true }],
  [
    "the later of both",
    failed(30 * day - hour, 8 * day, 7 * day, 4 * day, 2 * hour),
    { allowed: false, reason: "WAIT", availableAt: now + 22 * hour },
  ],
  ["never after a pass", [{ number: 1, endedAt: 0, passed: true }], { allowed: false, reason: "PASSED" }],
])("%s", (_, earlier, expected) => {
  expect(partnerCheckDecision({ earlier, now, policy })).toEqual(expected);
  expect(partnerCheckDecision({ earlier: earlier.toReversed(), now, policy })).toEqual(expected);
});
