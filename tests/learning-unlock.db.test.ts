import { expect, test } from "vitest";
import { readAttemptState } from "#app/features/assessments/read-attempt-state.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { unlockAttempt } from "#app/features/assessments/unlock-attempt.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { registrations } from "#app/platform/db.server.ts";
import { handClock, readEverything, takeAttempt } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const input = { by: "Coach Amara", reason: "Went through modules 3 and 4 together." };

test("after three failed attempts a coach opens the next one, once each", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const clock = handClock(Date.UTC(2026, 0, 5));
  const { id: personId } = await makePerson(db);
  const walk = { db, clock, personId, release };
  const unlock = () => unlockAttempt({ db, clock, personId, input });
  const fail = async () => {
    await takeAttempt(walk, () => false);
    for (const lesson of release.lessons) await reviewLesson({ db, clock, personId, moduleId: lesson.id });
    clock.pass(25 * 3_600_000);
  };
  const state = async () => {
    const [registration] = await db.read.select().from(registrations);
    return (await readAttemptState(db.read, { registrationId: registration?.id ?? null, release, now: clock.now() }))
      .decision;
  };
  await expect(unlock()).rejects.toMatchObject({ code: "conflict" });
  await readEverything(walk);
  for (let n = 0; n < 3; n++) {
    await expect(unlock()).rejects.toMatchObject({ code: "conflict" });
    await fail();
  }
  expect(await state()).toMatchObject({ allowed: false, reason: "COACH" });
  expect(await unlock()).toEqual({ number: 4 });
  await expect(unlock()).rejects.toMatchObject({ code: "conflict" });
  expect(await state()).toEqual({ allowed: true, number: 4 });
  await fail();
  expect(await startAttempt({ db, clock, personId })).toMatchObject({
    state: "refused",
    decision: { reason: "COACH" },
  });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});
