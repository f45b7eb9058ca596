import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getAttemptResult } from "#app/features/assessments/get-attempt-result.server.ts";
import { saveAnswer } from "#app/features/assessments/save-answer.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { unlockAttempt } from "#app/features/assessments/unlock-attempt.server.ts";
import { voidAttempt } from "#app/features/assessments/void-attempt.server.ts";
import { attest } from "#app/features/certification/attest.server.ts";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { appendEvidence } from "#app/features/evidence/append-evidence.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { attempts, evidence } from "#app/platform/db.server.ts";
import { handClock, readEverything, startOpenAttempt, takeAttempt } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const hour = 3_600_000;
const fault = { by: "Ines Okoro", reason: "The office lost its network." };

async function setUp(db: TestDatabase) {
  const release = await makeRelease(db);
  const person = await makePerson(db);
  const clock = handClock(Date.UTC(2011, 6, 1, 9));
  const walk = { db, clock, personId: person.id, release };
  await readEverything(walk);
  const reviewAll = async () => {
    for (const lesson of release.lessons) await reviewLesson({ ...walk, moduleId: lesson.id });
  };
  const fail = async () => {
    const { attemptId } = await takeAttempt(walk, () => false);
    await reviewAll();
    return attemptId;
  };
  const voided = (attempt: number | "current") => voidAttempt({ ...walk, input: { ...fault, attempt } });
  const decision = async () => (await getStanding(walk)).attempts.decision;
  return { walk, clock, release, person, fail, voided, decision };
}

test("a voided attempt is none: neither for the wait, nor for the coach, nor for the cap; its number stays", async () => {
  await using db = await testDatabase();
  const { walk, clock, fail, voided, decision } = await setUp(db);
  await fail();
  const second = await fail();
  expect(await decision()).toMatchObject({ reason: "WAIT" });
  clock.pass(hour);
  expect(await voided(2)).toEqual({ attemptId: second, number: 2, wasOpen: false });
  // The review after the first attempt, which is the last that counts, was done.
  expect((await getStanding(walk)).attempts).toMatchObject({
    decision: { allowed: true, number: 2 },
    nextNumber: 3,
    left: 4,
    submitted: [{ number: 1 }],
    voided: [{ number: 2, void: { at: clock.now(), reason: fault.reason } }],
  });
  await fail();
  expect(await decision()).toMatchObject({ reason: "WAIT", availableAt: clock.now() + 24 * hour });
  clock.pass(24 * hour);
  await fail();
  expect(await decision()).toMatchObject({ reason: "COACH" });
  // The coach's unlock is not used up by an attempt that counts for nothing.
  expect(await unlockAttempt({ ...walk, input: fault })).toEqual({ number: 5 });
  await fail();
  await voided(5);
  expect(await decision()).toEqual({ allowed: true, number: 4 });
  const rows = await db.read.select({ number: attempts.number }).from(attempts).orderBy(attempts.number);
  expect(rows.map((row) => row.number)).toEqual([1, 2, 3, 4, 5]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("an attempt in progress is closed and voided in one write; what came after the fault is refused", async () => {
  await using db = await testDatabase();
  const { walk, clock, voided, decision } = await setUp(db);
  await expect(voided("current")).rejects.toMatchObject({ code: "not-found" });
  const attemptId = await startOpenAttempt(walk);
  await saveAnswer({ ...walk, attemptId, position: 1, choice: "1" });
  clock.pass(hour);
  expect(await voided("current")).toEqual({ attemptId, number: 1, wasOpen: true });
  await expect(saveAnswer({ ...walk, attemptId, position: 2, choice: "1" })).rejects.toMatchObject({
    code: "conflict",
  });
  const records = await db.read.select().from(evidence).where(eq(evidence.subject, attemptId)).orderBy(evidence.seq);
  expect(records.map((record) => record.kind)).toEqual(["attempt_submitted", "attempt_voided"]);
  expect(await getAttemptResult({ ...walk, attemptId })).toMatchObject({
    voided: { at: clock.now(), reason: fault.reason },
    closedBy: "person",
    explanations: null,
  });
  expect(await decision()).toEqual({ allowed: true, number: 1 });
  expect(await startAttempt(walk)).toMatchObject({ state: "started", attempt: { number: 2 } });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("a voided pass is no pass: no signature, no keys, and the next attempt is open", async () => {
  await using db = await testDatabase();
  const { walk, person, voided, decision } = await setUp(db);
  const { attemptId } = await takeAttempt(walk, () => true);
  expect((await getAttemptResult({ ...walk, attemptId })).explanations).toHaveLength(20);
  await voided(1);
  expect((await getAttemptResult({ ...walk, attemptId })).explanations).toBeNull();
  expect((await getStanding(walk)).progress.passed).toBe(false);
  expect(await attest({ ...walk, typedName: fullName(person) })).not.toMatchObject({ state: "certified" });
  expect(await decision()).toEqual({ allowed: true, number: 1 });
});

test("not twice, not another number, not somebody else's, and not once a certificate rests on it", async () => {
  await using db = await testDatabase();
  const { walk, person, voided } = await setUp(db);
  await takeAttempt(walk, () => false);
  await expect(voided(2)).rejects.toMatchObject({ code: "not-found" });
  const other = { ...walk, personId: (await makePerson(db)).id };
  await expect(voidAttempt({ ...other, input: { ...fault, attempt: 1 } })).rejects.toMatchObject({ code: "not-found" });
  const many = await Promise.allSettled(Array.from({ length: 8 }, () => voided(1)));
  expect(many.filter((one) => one.status === "fulfilled")).toHaveLength(1);
  await expect(voided(1)).rejects.toMatchObject({ code: "conflict", message: "Attempt 1 was voided before." });
  await takeAttempt(walk, () => true);
  await attest({ ...walk, typedName: fullName(person) });
  await expect(voided(2)).rejects.toMatchObject({
    code: "conflict",
    message: expect.stringContaining("way to certificate CLR-"),
  });
  expect(await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_voided"))).toHaveLength(1);
});

test("verify names a void without its attempt, and one after the certification", async () => {
  await using db = await testDatabase();
  const { walk, person, clock } = await setUp(db);
  const { attemptId } = await takeAttempt(walk, () => true);
  const [record] = await db.read.select().from(evidence).where(eq(evidence.subject, attemptId));
  await attest({ ...walk, typedName: fullName(person) });
  const forge = (id: string, number: number) =>
    db.write(
      (tx) =>
        appendEvidence(tx, {
          personId: walk.personId,
          at: clock.now(),
          registrationId: record?.registrationId ?? null,
          releaseId: walk.release.id,
          subject: id,
          body: { kind: "attempt_voided", attemptId: id, number, ...fault },
        }),
      { person: walk.personId },
    );
  await forge("nowhere", 7);
  await forge(attemptId, 1);
  const found = (await verifyEvidence(db)).discrepancies.map(({ subject, problem }) => `${subject} ${problem}`);
  expect(found.sort()).toEqual(
    [
      "attempt nowhere is voided and was not submitted before",
      "attempt nowhere is voided after the certification that rests on it",
      `attempt ${attemptId} is voided after the certification that rests on it`,
    ].sort(),
  );
});
