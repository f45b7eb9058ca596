import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getAttemptResult } from "#app/features/assessments/get-attempt-result.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { attest } from "#app/features/certification/attest.server.ts";
import { getCertificate } from "#app/features/certification/get-certificate.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { evidenceHash } from "#app/features/evidence/evidence-hash.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { attempts, evidence } from "#app/platform/db.server.ts";
import { certify, handClock, readEverything, takeAttempt } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const day = 86_400_000;
const start = Date.UTC(2011, 6, 1, 9);

test("the whole way: read, practise, fail, review, a second attempt with other items, pass, sign, certified", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const person = await makePerson(db, { givenName: "Renée", familyName: "O’Neill" });
  const clock = handClock(start);
  const walk = { db, clock, personId: person.id, release };
  const standing = () => getStanding(walk);

  expect(await standing()).toMatchObject({
    registration: null,
    minutesLeft: 39,
    nextStep: { kind: "module", id: "first-module" },
    certification: null,
    attempts: { decision: { allowed: true, number: 1 }, open: null },
  });
  await readEverything(walk);
  expect(await standing()).toMatchObject({
    registration: { cycle: 1, path: "initial" },
    minutesLeft: 27,
    nextStep: { kind: "assessment" },
  });

  clock.pass(60_000);
  const first = await takeAttempt(walk, (item) => item.clause !== "ROE-2.1");
  expect(first).toMatchObject({ number: 1, already: false, result: { total: 20, passed: false, timedOut: false } });
  const failed = await getAttemptResult({ ...walk, attemptId: first.attemptId });
  expect(failed.explanations).toBeNull();
  expect(failed.passingScore).toBe(16);
  expect(
    failed.missed.map(({ clause, correct, lessons }) => [clause.id, correct, lessons.map((one) => one.id)]),
  ).toEqual([["ROE-2.1", 0, ["second-module"]]]);

  expect(await startAttempt(walk)).toEqual({
    state: "refused",
    decision: { allowed: false, reason: "REVIEW_FIRST", availableAt: null, lessonsToReview: ["second-module"] },
  });
  expect(await reviewLesson({ ...walk, moduleId: "first-module" })).toEqual({ state: "not-needed" });
  expect(await reviewLesson({ ...walk, moduleId: "second-module" })).toEqual({ state: "done", lessonsToReview: [] });
  expect(await reviewLesson({ ...walk, moduleId: "second-module" })).toEqual({ state: "already", lessonsToReview: [] });

  const second = await takeAttempt(walk, () => true);
  expect(second).toMatchObject({ number: 2, result: { correct: 20, passed: true } });
  const forms = await db.read.select({ form: attempts.form }).from(attempts).orderBy(asc(attempts.number));
  const [firstItems, secondItems] = forms.map(({ form }) => form.map((place) => place.itemId));
  expect(secondItems?.filter((id) => firstItems?.includes(id))).toEqual([]);
  const passed = await getAttemptResult({ ...walk, attemptId: second.attemptId });
  expect(passed.explanations).toHaveLength(20);
  expect(passed.explanations?.every((one) => one.correct && one.chosen?.feedback === one.right?.feedback)).toBe(true);
  expect(await startAttempt(walk)).toEqual({ state: "refused", decision: { allowed: false, reason: "PASSED" } });
  expect(await standing()).toMatchObject({ minutesLeft: 2, nextStep: { kind: "attestation" } });

  expect(await attest({ ...walk, typedName: "Renee" })).toEqual({ state: "name-differs" });
  const attested = await attest({ ...walk, typedName: " renee o'neill" });
  expect(attested).toMatchObject({ state: "certified", already: false });
  const after = await standing();
  expect(after).toMatchObject({
    nextStep: null,
    minutesLeft: 0,
    certification: { valid: true, validFrom: clock.now(), validUntil: Date.UTC(2012, 6, 1, 9, 1) },
    renewalOpensAt: Date.UTC(2012, 6, 1, 9, 1) - 60 * day,
    attempts: { decision: { allowed: false, reason: "PASSED" } },
  });
  const number = after.certification?.number ?? "";
  expect(await getCertificate({ db, personId: person.id, number: number.toLowerCase() })).toMatchObject({
    certification: { number },
    release: { id: release.id },
  });

  const records = await db.read.select().from(evidence).orderBy(asc(evidence.seq));
  expect(records.map((record) => record.kind)).toEqual([
    ...Array(3).fill("scenario_answered"),
    "lesson_read",
    "lesson_read",
    "attempt_submitted",
    "lesson_reviewed",
    "attempt_submitted",
    "attested",
    "certified",
  ]);
  for (const [index, record] of records.entries()) {
    const { hash, ...rest } = record;
    expect(hash).toBe(evidenceHash(rest));
    expect(record.previousHash).toBe(records[index - 1]?.hash ?? null);
    expect(record).toMatchObject({ releaseId: release.id, registrationId: after.registration?.id });
  }
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
  expect(records.at(-2)?.body).toMatchObject({
    typedName: "renee o'neill",
    ...{ meaning: release.summary.attestation.meaning },
  });
});

test("a certified registration is finished until the renewal window opens; then a new cycle starts from nothing", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const person = await makePerson(db, { timeZone: "UTC" });
  const clock = handClock(start);
  const walk = { db, clock, personId: person.id, release };
  const first = await certify(walk, person);
  expect(first).toMatchObject({ validFrom: start, validUntil: Date.UTC(2012, 6, 1, 9) });

  clock.set(first.validUntil - 60 * day - 1);
  expect(await startAttempt(walk)).toMatchObject({ state: "refused", decision: { reason: "PASSED" } });
  expect(await completeLesson({ ...walk, moduleId: "first-module" })).toEqual({ state: "already" });
  expect((await getStanding(walk)).nextStep).toBeNull();

  clock.pass(1);
  expect(await getStanding(walk)).toMatchObject({
    registration: null,
    nextStep: { id: "first-module" },
    certification: { id: first.id, valid: true },
  });
  expect(await startAttempt(walk)).toEqual({ state: "lessons-left", steps: ["first-module", "second-module"] });
  expect(await completeLesson({ ...walk, moduleId: "first-module" })).toMatchObject({ state: "practice-left" });
  expect(await attest({ ...walk, typedName: "Ada Tester" })).toMatchObject({ state: "steps-left" });
  const renewed = await certify(walk, person);
  expect(renewed).toMatchObject({ validFrom: clock.now(), validUntil: Date.UTC(2013, 6, 1, 9) });
  expect(await getStanding(walk)).toMatchObject({
    registration: { cycle: 2, path: "renewal" },
    certification: { id: renewed.id, valid: true },
  });

  clock.set(renewed.validUntil + 40 * day);
  expect(await getStanding(walk)).toMatchObject({
    registration: null,
    certification: { id: renewed.id, valid: false },
  });
  expect(await certify(walk, person)).toMatchObject({ validFrom: clock.now(), validUntil: Date.UTC(2014, 7, 10, 9) });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("a later release with one lesson more asks for it before the assessment, and leaves the certified alone", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const clock = handClock(start);
  const [reading, certified] = [await makePerson(db), await makePerson(db)];
  await readEverything({ db, clock, personId: reading.id, release });
  await certify({ db, clock, personId: certified.id, release }, certified);
  const extra = {
    id: "third-module",
    order: 3,
    title: "Lesson 3",
    summary: "",
    minutes: 4,
    teaches: [],
    scenarios: [],
  };
  await makeRelease(db, {
    publishedAt: 5,
    summary: { modules: [...release.summary.modules, extra] },
  });

  expect(await startAttempt({ db, clock, personId: reading.id })).toEqual({
    state: "lessons-left",
    steps: ["third-module"],
  });
  expect((await getStanding({ db, clock, personId: certified.id })).nextStep).toBeNull();
  expect(await completeLesson({ db, clock, personId: certified.id, moduleId: "third-module" })).toEqual({
    state: "certified",
  });
  expect(await completeLesson({ db, clock, personId: reading.id, moduleId: "third-module" })).toEqual({
    state: "done",
  });
  expect(await startAttempt({ db, clock, personId: reading.id })).toMatchObject({ state: "started" });
});

test("practice stays open in a finished registration", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const person = await makePerson(db);
  const walk = { db, clock: handClock(start), personId: person.id, release };
  await certify(walk, person);
  await readEverything(walk);
  const practised = await db.read.select().from(evidence).where(eq(evidence.kind, "scenario_answered"));
  expect(practised).toHaveLength(6);
  expect(new Set(practised.map((record) => record.registrationId)).size).toBe(1);
});
