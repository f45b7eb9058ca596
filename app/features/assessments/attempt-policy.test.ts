import fc from "fast-check";
import { expect, test } from "vitest";
import { attemptDecision } from "./attempt-policy.ts";

const hour = 3_600_000;
const day = 24 * hour;
const policy = { maximum: 5, withinDays: 30, waitHoursBeforeThird: 24, coachUnlockFrom: 4 };

/** Failed attempts that ended at the given hours. */
function decide(
  endedAtHours: number[],
  nowHours: number,
  more: { missed?: string[]; reviewed?: string[]; unlocks?: number; passed?: boolean } = {},
) {
  const earlier = endedAtHours.map((at, n) => ({
    number: n + 1,
    endedAt: at * hour,
    passed: more.passed === true && n === endedAtHours.length - 1,
  }));
  return attemptDecision({
    earlier,
    missedLessons: more.missed ?? [],
    reviewedLessons: new Set(more.reviewed ?? []),
    now: nowHours * hour,
    policy,
    coachUnlocks: more.unlocks,
  });
}

test("the first attempt is allowed at once", () => {
  expect(decide([], 0)).toEqual({ allowed: true, number: 1 });
});

test("the second is allowed at once when every missed lesson was reviewed", () => {
  expect(decide([10], 10, { missed: ["m1", "m2"], reviewed: ["m2", "m9"] })).toEqual({
    allowed: false,
    reason: "REVIEW_FIRST",
    availableAt: null,
    lessonsToReview: ["m1"],
  });
  expect(decide([10], 10, { missed: ["m1", "m2"], reviewed: ["m1", "m2"] })).toEqual({ allowed: true, number: 2 });
});

test("the third waits 24 hours from the end of the second, to the millisecond", () => {
  const waiting = { allowed: false, reason: "WAIT", availableAt: 35 * hour, lessonsToReview: [] };
  expect(decide([10, 11], 11)).toEqual(waiting);
  expect(decide([10, 11], 35 - 1 / hour)).toEqual(waiting);
  expect(decide([10, 11], 35)).toEqual({ allowed: true, number: 3 });
});

test("a review that is missing comes before the wait, and says when the wait ends", () => {
  expect(decide([10, 11], 12, { missed: ["m1"] })).toEqual({
    allowed: false,
    reason: "REVIEW_FIRST",
    availableAt: 35 * hour,
    lessonsToReview: ["m1"],
  });
  expect(decide([10, 11], 40, { missed: ["m1"] })).toMatchObject({ reason: "REVIEW_FIRST", availableAt: null });
});

test("from the fourth on a coach unlocks each attempt", () => {
  expect(decide([0, 1, 26], 60)).toEqual({ allowed: false, reason: "COACH", availableAt: null, lessonsToReview: [] });
  expect(decide([0, 1, 26], 60, { unlocks: 1 })).toEqual({ allowed: true, number: 4 });
  expect(decide([0, 1, 26, 61], 62, { unlocks: 1 })).toMatchObject({ reason: "COACH" });
  expect(decide([0, 1, 26, 61], 62, { unlocks: 2 })).toEqual({ allowed: true, number: 5 });
});

test("five within 30 days is the most; the oldest opens the way when it leaves the window", () => {
  const five = [0, 1, 26, 61, 62];
  expect(decide(five, 100, { unlocks: 9 })).toMatchObject({ reason: "CAP", availableAt: 30 * day });
  expect(decide(five, 30 * 24 - 1 / hour, { unlocks: 9 })).toMatchObject({ reason: "CAP" });
  expect(decide(five, 30 * 24, { unlocks: 9 })).toEqual({ allowed: true, number: 6 });
});

test("after a pass there is no further attempt", () => {
  expect(decide([0, 30], 40, { passed: true })).toEqual({ allowed: false, reason: "PASSED" });
});

test("what is allowed once stays allowed as time passes, and availableAt is when time alone opens the way", () => {
  const hours = fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 7 }).map((all) => all.sort((a, b) => a - b));
  fc.assert(
    fc.property(hours, fc.nat(900), fc.nat(900), fc.nat(4), (ended, sinceLast, later, unlocks) => {
      const now = (ended.at(-1) ?? 0) + sinceLast;
      const decision = decide(ended, now, { unlocks });
      if (decision.allowed) expect(decide(ended, now + later, { unlocks }).allowed).toBe(true);
      else if (decision.reason !== "PASSED" && decision.availableAt !== null) {
        const opensAt = decision.availableAt / hour;
        expect(opensAt).toBeGreaterThan(now);
        expect(["COACH", undefined]).toContain(reasonOf(decide(ended, opensAt, { unlocks })));
      }
    }),
  );
});

function reasonOf(decision: ReturnType<typeof decide>) {
  return decision.allowed ? undefined : decision.reason;
}
