import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { findOpenAttempt } from "#app/features/assessments/find-open-attempt.server.ts";
import { getAttemptResult } from "#app/features/assessments/get-attempt-result.server.ts";
import { presentQuestion } from "#app/features/assessments/present-question.ts";
import { saveAnswer } from "#app/features/assessments/save-answer.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { submitAttempt } from "#app/features/assessments/submit-attempt.server.ts";
import { voidAttempt } from "#app/features/assessments/void-attempt.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { attemptAnswers, attempts, evidence, lessonChecks, registrations } from "#app/platform/db.server.ts";
import { answerAll, handClock, readEverything, startOpenAttempt, takeAttempt, type Walk } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

async function setUp(db: TestDatabase, timeLimitMinutes: number | null = null) {
  const assessment = {
    id: "certification",
    title: "Assessment",
    items: 20,
    passMark: 0.8,
    minutes: 25,
    timeLimitMinutes,
  };
  const release = await makeRelease(db, { summary: { assessment } });
  const person = await makePerson(db);
  const clock = handClock(Date.UTC(2011, 6, 1, 9));
  const walk = { db, clock, personId: person.id, release };
  await readEverything(walk);
  return { walk, clock, release, person };
}

async function reviewAll(walk: Walk) {
  for (const lesson of walk.release.lessons) await reviewLesson({ ...walk, moduleId: lesson.id });
}

test("an attempt starts after the lessons, once, and goes on where it was", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const { id: personId } = await makePerson(db);
  const walk = { db, clock: handClock(0), personId, release };
  expect(await startAttempt(walk)).toEqual({ state: "lessons-left", steps: ["first-module", "second-module"] });
  expect(await findOpenAttempt(walk)).toEqual({ state: "none" });
  await readEverything(walk);
  const started = await startAttempt(walk);
  expect(started).toMatchObject({ state: "started", attempt: { number: 1, closesAt: null, submittedAt: null } });
  const attemptId = await startOpenAttempt(walk);
  expect(started).toMatchObject({ attempt: { id: attemptId } });

  await saveAnswer({ ...walk, attemptId, position: 3, choice: "2" });
  await saveAnswer({ ...walk, attemptId, position: 3, choice: "4" });
  const open = await findOpenAttempt(walk);
  if (open.state !== "open") throw new Error("No attempt is open.");
  expect(open.answered).toEqual(Array.from({ length: 20 }, (_, n) => n === 2));
  const { form } = open.attempt;
  const item = release.items.find((one) => one.id === form[2]?.itemId);
  if (!item) throw new Error("The form names no item of the release.");
  expect(presentQuestion({ form, position: 3, item, answer: open.answers[item.id] })).toMatchObject({ chosen: "4" });
  await expect(getAttemptResult({ ...walk, attemptId })).rejects.toMatchObject({ code: "conflict" });
});

test("somebody else's attempt, and an unknown one, is not found", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const attemptId = await startOpenAttempt(walk);
  const { id: personId } = await makePerson(db);
  for (const scope of [
    { ...walk, personId, attemptId },
    { ...walk, attemptId: "nowhere" },
  ]) {
    const notFound = { code: "not-found" };
    await expect(saveAnswer({ ...scope, position: 1, choice: "1" })).rejects.toMatchObject(notFound);
    await expect(submitAttempt(scope)).rejects.toMatchObject(notFound);
    await expect(getAttemptResult(scope)).rejects.toMatchObject(notFound);
  }
  expect(await findOpenAttempt({ ...walk, personId })).toEqual({ state: "none" });
  expect(await db.read.select().from(attemptAnswers)).toEqual([]);
});

test("a question or choice that the form does not have is refused", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const attemptId = await startOpenAttempt(walk);
  for (const [position, choice] of [
    [0, "1"],
    [21, "1"],
    [1, "5"],
    [1, "a"],
    [1, ""],
  ] as const) {
    await expect(saveAnswer({ ...walk, attemptId, position, choice })).rejects.toMatchObject({
      code: "validation-failed",
    });
  }
  expect(await db.read.select().from(attemptAnswers)).toEqual([]);
});

test("a submitted attempt is fixed: no answer, no second result, open questions count as wrong", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db);
  const attemptId = await startOpenAttempt(walk);
  await saveAnswer({ ...walk, attemptId, position: 1, choice: "1" });
  const first = await submitAttempt({ ...walk, attemptId });
  expect(first).toMatchObject({ already: false, submittedAt: clock.now(), result: { total: 20, passed: false } });
  clock.pass(hour);
  expect(await submitAttempt({ ...walk, attemptId })).toEqual({ ...first, already: true });
  await expect(saveAnswer({ ...walk, attemptId, position: 2, choice: "1" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("has been submitted"),
  });
  expect(await db.read.select().from(attemptAnswers)).toHaveLength(1);
  const records = await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_submitted"));
  expect(records).toHaveLength(1);
  expect(records[0]?.body).toMatchObject({ attemptId, number: 1, result: first.result });
});

test("second attempt at once after review, third after a day, then a coach", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db);
  const fail = () => takeAttempt(walk, () => false);
  const refusal = async () => {
    const started = await startAttempt(walk);
    return started.state === "refused" ? started.decision : started.state;
  };
  await fail();
  expect(await refusal()).toMatchObject({ reason: "REVIEW_FIRST", lessonsToReview: ["first-module", "second-module"] });
  await reviewLesson({ ...walk, moduleId: "second-module" });
  expect(await refusal()).toMatchObject({ reason: "REVIEW_FIRST", lessonsToReview: ["first-module"] });
  await reviewAll(walk);
  await fail();
  const secondEnd = clock.now();
  expect(await refusal()).toMatchObject({ reason: "REVIEW_FIRST", availableAt: secondEnd + day });
  await reviewAll(walk);
  clock.set(secondEnd + day - 1);
  expect(await refusal()).toMatchObject({ reason: "WAIT", availableAt: secondEnd + day });
  clock.pass(1);
  await fail();
  await reviewAll(walk);
  clock.pass(29 * day);
  expect(await refusal()).toMatchObject({ reason: "COACH", availableAt: null });
  expect((await getStanding(walk)).attempts.decision).toMatchObject({ reason: "COACH" });
});

test("answers count until the time limit, and the attempt then ends by itself with what was saved", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db, 30);
  const startedAt = clock.now();
  const attemptId = await startOpenAttempt(walk);
  expect(await findOpenAttempt(walk)).toMatchObject({ state: "open", attempt: { closesAt: startedAt + 30 * minute } });
  clock.set(startedAt + 30 * minute - 1);
  await answerAll(walk, () => true);
  clock.pass(1);
  await expect(saveAnswer({ ...walk, attemptId, position: 1, choice: "1" })).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("the time for the attempt has run out"),
  });
  const result = await getAttemptResult({ ...walk, attemptId });
  expect(result).toMatchObject({
    result: { correct: 20, passed: true, timedOut: true },
    endedAt: startedAt + 30 * minute,
  });
  expect(await submitAttempt({ ...walk, attemptId })).toMatchObject({ already: true, result: { passed: true } });
  const records = await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_submitted"));
  expect(records).toHaveLength(1);
});

test("whoever touches an overdue attempt next finds it closed; the waiting time counts from the limit", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db, 30);
  const overdue = async (touch: () => Promise<unknown>) => {
    const attemptId = await startOpenAttempt(walk);
    const closedAt = clock.now() + 30 * minute;
    clock.pass(3 * day);
    const touched = await touch();
    const [row] = await db.read.select().from(attempts).where(eq(attempts.id, attemptId));
    expect(row).toMatchObject({ closesAt: closedAt, submittedAt: clock.now(), result: { correct: 0, timedOut: true } });
    await reviewAll(walk);
    return { attemptId, touched };
  };
  const opened = await overdue(() => findOpenAttempt(walk));
  expect(opened.touched).toEqual({ state: "closed", attemptId: opened.attemptId });
  const stood = await overdue(() => getStanding(walk));
  expect(stood.touched).toMatchObject({ attempts: { open: null, submitted: [{ number: 1 }, { number: 2 }] } });
  // The second one ended three days ago, although it was noticed only now: the day of waiting is over.
  const third = await overdue(() => submitAttempt({ ...walk, attemptId: "nowhere" }).catch(() => startAttempt(walk)));
  expect(third.touched).toMatchObject({ state: "refused", decision: { reason: "COACH" } });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("an attempt left open under an edition that the person no longer works on is closed by the next start", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db);
  const oldAttempt = await startOpenAttempt(walk);
  await saveAnswer({ ...walk, attemptId: oldAttempt, position: 1, choice: "1" });
  const newer = await makeRelease(db, { editionId: "2012-01", publishedAt: 10 });
  const next = { ...walk, release: newer };
  // Until then nothing of it is lost.
  expect(await findOpenAttempt(next)).toMatchObject({ state: "open", attempt: { id: oldAttempt } });
  await readEverything(next);
  clock.pass(minute);
  expect(await startAttempt(next)).toMatchObject({ state: "started", attempt: { number: 1, releaseId: newer.id } });
  const [old] = await db.read
    .select()
    .from(attempts)
    .where(and(eq(attempts.id, oldAttempt), eq(attempts.submittedAt, clock.now())));
  expect(old).toMatchObject({ result: { passed: false, timedOut: true } });
});

test("no item comes again while the bank allows, counting voided attempts and checks before lessons", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db);
  const itemsOf = async (attemptId: string) => {
    const [row] = await db.read.select().from(attempts).where(eq(attempts.id, attemptId));
    return (row?.form ?? []).map((place) => place.itemId);
  };
  const [registration] = await db.read.select().from(registrations);
  const checked = walk.release.items.slice(0, 2).map((item) => item.id);
  await db.write(async (tx) => {
    await tx.insert(lessonChecks).values({
      id: "check",
      personId: walk.personId,
      registrationId: registration?.id ?? "",
      releaseId: walk.release.id,
      moduleId: "first-module",
      form: checked.map((itemId) => ({ itemId, clause: "ROE-1.1", choices: ["a"] })),
      startedAt: clock.now(),
      submittedAt: null,
      answers: null,
      result: null,
    });
  });
  const first = await itemsOf(await startOpenAttempt(walk));
  clock.pass(minute);
  const office = { by: "Office", reason: "The network was down." };
  await voidAttempt({ ...walk, input: { ...office, attempt: "current" } });
  const second = await itemsOf((await takeAttempt(walk, () => false)).attemptId);
  await reviewAll(walk);
  clock.pass(minute);
  const third = await itemsOf(await startOpenAttempt(walk));
  // 48 items: 2 in the check and twice 20 leave 6, so the third form repeats 14, the longest ago first.
  expect(new Set([...checked, ...first, ...second]).size).toBe(42);
  const repeated = third.filter((id) => first.includes(id) || second.includes(id) || checked.includes(id));
  expect(repeated).toHaveLength(14);
  expect(repeated.filter((id) => second.includes(id))).toEqual([]);
});
