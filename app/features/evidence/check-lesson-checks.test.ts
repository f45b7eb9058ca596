import { expect, test } from "vitest";
import type { LessonCheckResult } from "#app/platform/db.server.ts";
import type { EvidenceRecord } from "./check-chain.ts";
import { checkLessonChecks } from "./check-lesson-checks.ts";

const form = [{ itemId: "i1", clause: "ROE-1.1", choices: ["a", "b"] }];
const right = { correct: 1, total: 1, passed: true };
const wrong = { correct: 0, total: 1, passed: false };

function handedIn(result: LessonCheckResult = right) {
  const common = { personId: "p", registrationId: "r", releaseId: "x" };
  const answers = { i1: { choice: result.passed ? "a" : "b" } };
  const kind = result.passed ? ("lesson_tested_out" as const) : ("lesson_check_failed" as const);
  const body = { kind, moduleId: "m", form, answers, result };
  const sealed = { id: "e", seq: 1, at: 5, subject: "m", previousHash: null, hash: "h" };
  const record: EvidenceRecord = { ...common, ...sealed, kind, body };
  return { record, body, check: { ...common, moduleId: "m", form, answers, result, submittedAt: 5 } };
}

/** The key of the only item is "a". */
function problems(records: EvidenceRecord[], stored: Parameters<typeof checkLessonChecks>[1]) {
  const found = checkLessonChecks(records, stored, ({ body }) => (body.answers.i1?.choice === "a" ? right : wrong));
  return found.map(({ problem }) => problem);
}

test("a check that says the same in both places, passed or failed, has nothing to say", () => {
  for (const result of [right, wrong]) {
    const { record, check } = handedIn(result);
    expect(problems([record], [check])).toEqual([]);
  }
  const open = { ...handedIn().check, answers: null, result: null, submittedAt: null };
  expect(problems([], [open])).toEqual([]);
});

test("each way of tampering with a check is named", () => {
  const { record, body, check } = handedIn();
  expect(problems([record], [])).toEqual(["is in the evidence and not stored"]);
  expect(problems([], [check])).toEqual(["was handed in without evidence"]);
  expect(problems([record, record], [check])).toEqual(["is in the evidence and not stored"]);
  expect(problems([{ ...record, subject: "n" }], [check])).toEqual(["names two different modules"]);
  for (const change of [{ form: [] }, { answers: {} }, { submittedAt: 6 }, { releaseId: "y" }, { personId: "q" }])
    expect(problems([record], [{ ...check, ...change }])).toEqual(["differs from its evidence"]);
  expect(problems([record], [{ ...check, registrationId: "s" }])).toEqual([
    "is in the evidence and not stored",
    "was handed in without evidence",
  ]);
  const wrongly = { ...body, answers: { i1: { choice: "b" } } };
  expect(problems([{ ...record, body: wrongly }], [{ ...check, answers: wrongly.answers }])).toEqual([
    "is graded differently by the keys of its release",
  ]);
  expect(problems([{ ...record, body: { ...body, kind: "lesson_check_failed" } }], [check])).toEqual([
    "is recorded as the opposite of its result",
  ]);
});
