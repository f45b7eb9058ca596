import { expect, test } from "vitest";
import { accommodationInput } from "#app/features/assessments/accommodation-input.ts";
import { endAccommodation } from "#app/features/assessments/end-accommodation.server.ts";
import { grantAccommodation } from "#app/features/assessments/grant-accommodation.server.ts";
import { listAccommodations } from "#app/features/assessments/list-accommodations.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { submitAttempt } from "#app/features/assessments/submit-attempt.server.ts";
import { voidAttempt } from "#app/features/assessments/void-attempt.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { accommodations } from "#app/platform/db.server.ts";
import { answerAll, handClock, readEverything } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const minute = 60_000;
const office = { by: "Ines Okoro", reason: "Agreed with occupational health." };
const half = accommodationInput.parse({ extraTimePercent: "50", noTimeLimit: false, ...office });
const lifted = accommodationInput.parse({ extraTimePercent: null, noTimeLimit: true, ...office });

async function setUp(db: TestDatabase) {
  const limits = { id: "certification", title: "Assessment", items: 20, passMark: 0.8, minutes: 25 };
  const release = await makeRelease(db, { summary: { assessment: { ...limits, timeLimitMinutes: 60 } } });
  const person = await makePerson(db);
  const clock = handClock(Date.UTC(2011, 6, 1, 9));
  const walk = { db, clock, personId: person.id, release };
  await readEverything(walk);
  /** Starts an attempt, says after how many minutes it closes, and voids it so that the next can start. */
  const minutesOfAttempt = async () => {
    const started = await startAttempt(walk);
    if (started.state !== "started") throw new Error(`The attempt did not start: ${started.state}`);
    await voidAttempt({ ...walk, input: { ...office, attempt: "current" } });
    const { closesAt, startedAt } = started.attempt;
    return closesAt === null ? null : (closesAt - startedAt) / minute;
  };
  return { walk, clock, person, minutesOfAttempt };
}

test("an accommodation holds for attempts that start while it holds, and verify follows it from the evidence", async () => {
  await using db = await testDatabase();
  const { walk, clock, person, minutesOfAttempt } = await setUp(db);
  expect(await minutesOfAttempt()).toBe(60);
  clock.pass(minute);
  await grantAccommodation({ ...walk, input: half });
  expect(await minutesOfAttempt()).toBe(90);
  await expect(grantAccommodation({ ...walk, input: lifted })).rejects.toMatchObject({ code: "conflict" });
  clock.pass(minute);
  await endAccommodation({ ...walk, input: office });
  await expect(endAccommodation({ ...walk, input: office })).rejects.toMatchObject({ code: "conflict" });
  expect(await minutesOfAttempt()).toBe(60);
  await grantAccommodation({ ...walk, input: lifted });
  expect(await minutesOfAttempt()).toBeNull();
  const nobody = grantAccommodation({ ...walk, personId: "nobody", input: half });
  await expect(nobody).rejects.toMatchObject({ code: "not-found" });

  expect(await listAccommodations(db.read, { ended: false })).toMatchObject([
    { accommodation: { noTimeLimit: true, grantedBy: "Ines Okoro" }, person: { employeeId: person.employeeId } },
  ]);
  expect(await listAccommodations(db.read, { ended: true })).toMatchObject([
    { accommodation: { extraTimePercent: 50, endedAt: clock.now() } },
    { accommodation: { endedAt: null } },
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
  await db.write(async (tx) => void (await tx.update(accommodations).set({ extraTimePercent: 100 })));
  const problems = (await verifyEvidence(db)).discrepancies.map((found) => found.problem);
  expect(problems).toEqual(Array(2).fill("differs from the evidence in extraTimePercent"));
});

test("an attempt in progress keeps its end; a submit after it is graded with what was saved", async () => {
  await using db = await testDatabase();
  const { walk, clock } = await setUp(db);
  const started = await startAttempt(walk);
  if (started.state !== "started") throw new Error("The attempt did not start.");
  await answerAll(walk, (_, position) => position <= 3);
  await grantAccommodation({ ...walk, input: half });
  clock.pass(60 * minute);
  expect(await submitAttempt({ ...walk, attemptId: started.attempt.id })).toMatchObject({
    already: false,
    result: { correct: 3, timedOut: true },
  });
});

test("an accommodation is extra time or no limit, with a reason and who decided", () => {
  const given = { extraTimePercent: "25", noTimeLimit: false, ...office };
  expect(accommodationInput.parse(given)).toMatchObject({ extraTimePercent: 25 });
  for (const wrong of [
    { ...given, noTimeLimit: true },
    { ...given, extraTimePercent: null },
    { ...given, extraTimePercent: "0" },
    { ...given, extraTimePercent: "301" },
    { ...given, extraTimePercent: "a third" },
    { ...given, reason: " " },
  ])
    expect(accommodationInput.safeParse(wrong).success).toBe(false);
});
