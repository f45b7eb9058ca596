import { expect, test } from "vitest";
import { accommodationInput } from "#app/features/assessments/accommodation-input.ts";
import { grantAccommodation } from "#app/features/assessments/grant-accommodation.server.ts";
import { unlockAttempt } from "#app/features/assessments/unlock-attempt.server.ts";
import { voidAttempt } from "#app/features/assessments/void-attempt.server.ts";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { answerAll, handClock, readEverything, startOpenAttempt, takeAttempt } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const fault = { by: "Ines Okoro", reason: "The office lost its network" };

async function setUp(db: TestDatabase, timeLimitMinutes: number | null) {
  const limits = { id: "certification", title: "Assessment", items: 20, passMark: 0.8, minutes: 25 };
  const release = await makeRelease(db, { summary: { assessment: { ...limits, timeLimitMinutes } } });
  const manager = await makePerson(db, { givenName: "Mira", familyName: "Kovač" });
  const rep = await makePerson(db, { managerEmployeeId: manager.employeeId, timeZone: "Europe/Warsaw", country: "GB" });
  // Monday 5 January 2026, 09:00 in Warsaw.
  const clock = handClock(Date.UTC(2026, 0, 5, 8));
  const walk = { db, clock, personId: rep.id, release };
  const pages = await makePages(db, { clock });
  const cookie = await pages.signedIn(rep.id);
  const visit = (path: string, form?: Record<string, string>) =>
    pages.visit(path, { cookie, ...(form ? { form } : {}) });
  const words = async (path: string) => textOf((await visit(path)).body);
  const reviewAll = async () => {
    for (const lesson of release.lessons) await reviewLesson({ ...walk, moduleId: lesson.id });
  };
  return { walk, clock, pages, visit, words, reviewAll };
}

function textOf(html: string): string {
  const [, main = ""] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  return main
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<[^>]+>/g, " ")
    .replaceAll("&#x27;", "'")
    .replaceAll(/\s+/g, " ");
}

test("the assessment page says in every state which rule holds, until when, why and who helps", async () => {
  await using db = await testDatabase();
  const { walk, clock, pages, words, reviewAll } = await setUp(db, null);
  await using _ = pages;
  expect(await words("/assessment")).toContain("2 steps come first.");
  await readEverything(walk);
  expect(await words("/assessment")).toMatch(
    /This is attempt 1\. 5 of 5 attempts within 30 days are left\..*no time limit/,
  );

  const { attemptId } = await takeAttempt(walk, () => false);
  const review = await words("/assessment");
  expect(review).toContain("opens as soon as you have read 2 lessons again, about 12 minutes.");
  expect(review).toContain("ask your manager Mira Kovač.");
  expect(review).toMatch(/1\. Lesson 1 6 min to read 2\. Lesson 2 6 min to read/);
  expect(review).toContain("4 of 5 attempts within 30 days are left.");
  const result = await words(`/assessment/results/${attemptId}`);
  expect(result).toContain("opens as soon as you have read 2 lessons again");
  expect(result).toContain("Read again: Lesson 1");

  await reviewLesson({ ...walk, moduleId: "second-module" });
  expect(await words("/assessment")).toMatch(/read one lesson again, about 6 minutes.*2\. Lesson 2 Read again/);
  await reviewLesson({ ...walk, moduleId: "first-module" });
  expect(await words("/assessment")).toContain("This is attempt 2.");

  await takeAttempt(walk, () => false);
  const both = await words("/assessment");
  expect(both).toContain("opens on 6 January 2026 at 09:00 (CET), if you have read 2 lessons again by then");
  expect(both).toContain("24 hours between the second attempt and the third");
  await reviewAll();
  expect(await words("/assessment")).toContain("Your next attempt opens on 6 January 2026 at 09:00 (CET).");
  clock.pass(day);
  await takeAttempt(walk, () => false);
  expect(await words("/assessment")).toMatch(
    /opens when a coach unlocks it\..*2 lessons are left to read again.*Ask your manager Mira Kovač for a coach\./,
  );
  for (let n = 0; n < 2; n++) {
    await reviewAll();
    await unlockAttempt({ ...walk, input: fault });
    await takeAttempt(walk, () => false);
  }
  const cap = await words("/assessment");
  expect(cap).toContain("opens on 4 February 2026 at 09:00 (CET) at the earliest.");
  expect(cap).toContain("From then on a coach has to unlock it. Ask your manager Mira Kovač for one.");
  expect(cap).toContain("0 of 5 attempts within 30 days are left.");

  await voidAttempt({ ...walk, input: { ...fault, attempt: 5 } });
  const voided = await words("/assessment");
  expect(voided).toContain("Attempt 5 was voided on 6 January 2026: The office lost its network");
  expect(voided).toContain("It does not count");
  expect(voided).toMatch(/This is attempt 6\. 1 of 5 attempts within 30 days is left; a voided attempt is not/);
});

test("a voided attempt is told on its result, without clauses and keys", async () => {
  await using db = await testDatabase();
  const { walk, pages, words } = await setUp(db, null);
  await using _ = pages;
  await readEverything(walk);
  const { attemptId } = await takeAttempt(walk, () => true);
  const page = `/assessment/results/${attemptId}`;
  expect(await words(page)).toContain("Every question with its answer");
  await voidAttempt({ ...walk, input: { ...fault, attempt: 1 } });
  const voided = await words(page);
  expect(voided).toContain("Attempt 1 does not count. It was voided on 5 January 2026: The office lost its network");
  expect(voided).not.toMatch(/You passed|Every question|Clauses|What follows from/);
});

test("an own time limit is told before and during an attempt; late answers lead to the result", async () => {
  await using db = await testDatabase();
  const { walk, clock, pages, visit, words } = await setUp(db, 60);
  await using _ = pages;
  await readEverything(walk);
  expect(await words("/assessment")).toContain("You have 60 minutes from the start.");
  const more = accommodationInput.parse({ extraTimePercent: 50, noTimeLimit: false, ...fault });
  await grantAccommodation({ ...walk, input: more });
  expect(await words("/assessment")).toContain("60 minutes, with your extra time of 50%: 90 minutes from the start.");

  const attempt = await startOpenAttempt(walk);
  const until = "5 January 2026 at 10:30 (CET)";
  expect(await words("/assessment")).toContain(`It closes on ${until}. What you have saved by then is submitted`);
  expect(await words("/assessment/questions/1")).toContain(`Closes on ${until}. Until then every answer is saved`);
  await answerAll(walk, (_item, position) => position <= 2);
  expect(await words("/assessment/review")).toContain(`It closes on ${until}.`);
  clock.pass(90 * minute);
  const late = await visit("/assessment/questions/3", { attempt, choice: "1", total: "20" });
  expect(late).toMatchObject({ status: 302, location: `/assessment/results/${attempt}?late=1` });
  const told = await words(late.location);
  expect(told).toContain(`The time ran out on ${until}. What you had saved by then was counted.`);
  expect(told).toContain("An answer that came after the end was not saved.");
  expect(told).toContain("2 of 20 right");
  expect((await visit("/assessment/review", { attempt })).location).toBe(`/assessment/results/${attempt}`);
});
