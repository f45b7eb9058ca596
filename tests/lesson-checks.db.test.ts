import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { startLessonCheck } from "#app/features/lessons/start-lesson-check.server.ts";
import { submitLessonCheck } from "#app/features/lessons/submit-lesson-check.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { evidence, lessonChecks, registrations } from "#app/platform/db.server.ts";
import { readEverything, takeAttempt } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf, makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const moduleId = "first-module";

async function setUp(db: TestDatabase) {
  const release = await makeRelease(db, { summary: { testOut: { items: 4 } } });
  const person = await makePerson(db);
  const given = { db, clock, personId: person.id, moduleId };
  const start = async () => {
    const started = await startLessonCheck(given);
    if (!("check" in started)) throw new Error("There is no check.");
    return started.check;
  };
  const items = new Map(release.items.map((item) => [item.id, item]));
  /** The tokens of right answers, wrong at the positions of `wrong`. */
  const answersTo = (check: { form: { itemId: string; choices: string[] }[] }, wrong: number[] = []) =>
    new Map(
      check.form.map(({ itemId, choices }, index) => {
        const item = items.get(itemId);
        if (!item) throw new Error(`The release has no item ${itemId}.`);
        const choice = choiceOf(item, wrong.includes(index + 1) ? "wrong" : "right");
        return [index + 1, String(choices.indexOf(choice) + 1)];
      }),
    );
  return { release, person, given, start, answersTo };
}

test("all right: the lesson counts as read without practice, and verify grades it again", async () => {
  await using db = await testDatabase();
  const { release, given, start, answersTo } = await setUp(db);
  const check = await start();
  expect(check.form).toHaveLength(4);
  for (const place of check.form) expect(place.clause).toMatch(/^ROE-1\./);
  const submit = { ...given, checkId: check.id, answers: answersTo(check) };
  expect(await submitLessonCheck(submit)).toEqual({ state: "passed", already: false });
  expect(await submitLessonCheck({ ...submit, answers: new Map() })).toEqual({ state: "passed", already: true });
  expect(await completeLesson(given)).toEqual({ state: "already" });
  expect(await startLessonCheck(given)).toMatchObject({ state: "passed", check: { id: check.id } });
  const [record, ...more] = await db.read.select().from(evidence);
  expect(more).toEqual([]);
  const result = { correct: 4, total: 4, passed: true };
  expect(record).toMatchObject({ kind: "lesson_tested_out", subject: moduleId, body: { form: check.form, result } });

  await readEverything({ ...given, release });
  expect(await takeAttempt({ ...given, release }, () => true)).toMatchObject({ result: { passed: true } });
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
  await expect(db.write(async (tx) => void (await tx.update(lessonChecks).set({ answers: {} })))).rejects.toThrow();
});

test("one wrong: nothing is read, the check is over for this registration, and the lesson is there", async () => {
  await using db = await testDatabase();
  const { release, given, start, answersTo } = await setUp(db);
  const check = await start();
  const submit = { ...given, checkId: check.id };
  // Not a must-pass clause: three right of four would pass elsewhere.
  const wrong = check.form.findIndex((place) => place.clause !== "ROE-1.3") + 1;
  expect(await submitLessonCheck({ ...submit, answers: answersTo(check, [wrong]) })).toMatchObject({ state: "failed" });
  expect(await submitLessonCheck({ ...submit, answers: answersTo(check) })).toEqual({ state: "failed", already: true });
  expect(await startLessonCheck(given)).toMatchObject({ state: "failed", check: { id: check.id } });
  expect(await completeLesson(given)).toMatchObject({ state: "practice-left" });
  await readEverything({ ...given, release });
  expect(await startLessonCheck(given)).toMatchObject({ state: "failed" });
  const kinds = (await db.read.select().from(evidence)).map((record) => record.kind);
  expect(kinds.filter((kind) => kind.startsWith("lesson"))).toEqual([
    "lesson_check_failed",
    "lesson_read",
    "lesson_read",
  ]);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("what does not answer the check, or is not one's own, records nothing", async () => {
  await using db = await testDatabase();
  const { given, start, answersTo } = await setUp(db);
  const check = await start();
  const all = answersTo(check);
  const other = await makePerson(db);
  const submit = (change: Partial<Parameters<typeof submitLessonCheck>[0]>) =>
    submitLessonCheck({ ...given, checkId: check.id, answers: all, ...change });
  expect(await submit({ answers: new Map() })).toEqual({ state: "incomplete", positions: [1, 2, 3, 4] });
  const odd = new Map([...all, [2, "9"], [3, "a"], [7, "1"]] as [number, string][]);
  expect(await submit({ answers: odd })).toEqual({ state: "incomplete", positions: [2, 3] });
  for (const foreign of [{ personId: other.id }, { checkId: "x" }, { moduleId: "second-module" }])
    await expect(submit(foreign)).rejects.toMatchObject({ code: "not-found" });
  await expect(startLessonCheck({ ...given, moduleId: "nowhere" })).rejects.toMatchObject({ code: "not-found" });
  expect(await db.read.select().from(evidence)).toEqual([]);
});

test("a check is not needed once the lesson is read, and not offered where the release has none", async () => {
  await using db = await testDatabase();
  const { release, given, start, answersTo } = await setUp(db);
  const check = await start();
  await readEverything({ ...given, release });
  const before = await db.read.select().from(evidence);
  expect(await submitLessonCheck({ ...given, checkId: check.id, answers: answersTo(check) })).toEqual({
    state: "not-needed",
  });
  expect(await startLessonCheck(given)).toEqual({ state: "none" });
  expect(await db.read.select().from(evidence)).toHaveLength(before.length);

  await makeRelease(db, { publishedAt: 5 });
  const late = await makePerson(db);
  expect(await startLessonCheck({ ...given, personId: late.id })).toEqual({ state: "none" });
  expect(await db.read.select().from(registrations).where(eq(registrations.personId, late.id))).toEqual([]);
});

test("many tabs at once get one check and one result", async () => {
  await using db = await testDatabase();
  const { given, answersTo } = await setUp(db);
  const twenty = <T>(run: (n: number) => Promise<T>) => Promise.all(Array.from({ length: 20 }, (_, n) => run(n)));
  const started = await twenty(() => startLessonCheck(given));
  expect(started.filter((one) => one.state === "started")).toHaveLength(1);
  const [check, ...more] = await db.read.select().from(lessonChecks);
  if (!check) throw new Error("No check was started.");
  expect(more).toEqual([]);
  const submitted = await twenty((n) =>
    submitLessonCheck({ ...given, checkId: check.id, answers: answersTo(check, n % 2 ? [1] : []) }),
  );
  expect(submitted.filter((one) => "already" in one && !one.already)).toHaveLength(1);
  expect(new Set(submitted.map((one) => one.state)).size).toBe(1);
  expect(await db.read.select().from(evidence)).toHaveLength(1);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});
