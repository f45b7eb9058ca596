import { expect, test } from "vitest";
import { checkAttempts } from "./check-attempts.ts";
import type { EvidenceRecord } from "./check-chain.ts";

const result = { correct: 1, total: 1, passed: true, timedOut: false, clauses: [] };
const told = { personId: "p", registrationId: "r", releaseId: "x" };
const attempt = { ...told, id: "a", number: 1, form: [], result, submittedAt: 30 };
const record: EvidenceRecord = {
  ...{ ...told, id: "e", seq: 1, kind: "attempt_submitted", at: 30, subject: "a", previousHash: null, hash: "" },
  body: { kind: "attempt_submitted", attemptId: "a", number: 1, form: [], answers: {}, result },
};

function problems(stored: typeof attempt) {
  return checkAttempts([record], [stored], () => result).map(({ problem }) => problem);
}

test("an attempt that its record tells of leaves nothing to say", () => {
  expect(problems(attempt)).toEqual([]);
});

test.each([
  { number: 2 },
  { registrationId: "other" },
  { releaseId: "other" },
  { personId: "other" },
  { submittedAt: 31 },
  { result: { ...result, passed: false } },
])("an attempt changed by hand is named: %o", (change) => {
  expect(problems({ ...attempt, ...change })).toEqual(["differs from its evidence"]);
});
