import { expect, test } from "vitest";
import type { PathStep } from "../certification/path-steps.ts";
import { earliestPossibleAt, hasMissingSteps } from "./claim-right-answer.ts";
import type { ClaimDecision } from "./decide-claim-right.ts";

const minute = 60_000;
const now = 1_000_000;

function step(kind: PathStep["kind"], minutes: number): PathStep {
  return { kind, id: kind, title: kind, minutes, href: "/", state: "later" };
}

const path = [step("module", 8), step("assessment", 25), step("attestation", 2)];

test("the earliest instant is now and the minutes that are left", () => {
  expect(earliestPossibleAt(path, { now, attemptAllowedAt: null })).toBe(now + 35 * minute);
  expect(earliestPossibleAt([], { now, attemptAllowedAt: null })).toBeNull();
});

test("a wait before the next attempt counts only as far as the lessons do not fill it", () => {
  const wait = (minutes: number) => earliestPossibleAt(path, { now, attemptAllowedAt: now + minutes * minute });
  expect(wait(7)).toBe(now + 35 * minute);
  expect(wait(8)).toBe(now + 35 * minute);
  expect(wait(60)).toBe(now + 87 * minute);
  expect(earliestPossibleAt(path.slice(2), { now, attemptAllowedAt: now + 60 * minute })).toBe(now + 2 * minute);
});

test.each<[Partial<ClaimDecision>, boolean]>([
  [{ outcome: "allow", reasons: ["CERTIFIED"], shadow: null }, false],
  [{ outcome: "allow", shadow: { outcome: "allow", reasons: ["CERTIFIED"], editionId: "2011-07" } }, false],
  [{ outcome: "allow", shadow: { outcome: "deny", reasons: ["NEW_EDITION"], editionId: "2012-01" } }, true],
  [{ outcome: "allow_in_grace", reasons: ["IN_GRACE", "NOT_CERTIFIED"], shadow: null }, true],
  [{ outcome: "allow_by_override", reasons: ["OVERRIDE", "EXPIRED"], shadow: null }, true],
  [{ outcome: "deny", reasons: ["EXPIRED"], shadow: null }, true],
  [{ outcome: "deny", reasons: ["ON_HOLD"], shadow: null }, false],
  [{ outcome: "deny", reasons: ["INACTIVE"], shadow: null }, false],
])("training matters after %o: %s", (given, expected) => {
  expect(hasMissingSteps({ reasons: ["SHADOW_MODE"], ...given } as ClaimDecision)).toBe(expected);
});
