import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { saveAnswer } from "#app/features/assessments/save-answer.server.ts";
import { startAttempt } from "#app/features/assessments/start-attempt.server.ts";
import { submitAttempt } from "#app/features/assessments/submit-attempt.server.ts";
import { attest } from "#app/features/certification/attest.server.ts";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import { attemptAnswers, attempts, certifications, evidence, registrations } from "#app/platform/db.server.ts";
import { answerAll, handClock, readEverything, startOpenAttempt, takeAttempt } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

async function setUp(db: TestDatabase, { timeLimitMinutes = null as number | null } = {}) {
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
  return { person, walk: { db, clock: handClock(1000), personId: person.id, release } };
}

function fifty<T>(run: (n: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: 50 }, (_, n) => run(n)));
}

test("fifty first answers at once open one registration, and each is kept in one unbroken chain", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const [scenario] = walk.release.scenarios;
  if (!scenario) throw new Error("The release has no scenario.");
  const { choices } = presentScenario(scenario, walk.personId);
  await fifty((n) => answerScenario({ ...walk, scenarioId: scenario.id, answer: [choices[n % 3]?.token ?? ""] }));
  expect(await db.read.select().from(registrations)).toHaveLength(1);
  const records = await db.read.select({ seq: evidence.seq }).from(evidence);
  expect(records.map((record) => record.seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 50 }, (_, n) => n + 1),
  );
});

test("fifty completions of a lesson at once are one record", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  for (const scenario of walk.release.scenarios.slice(0, 2)) {
    const [choice] = presentScenario(scenario, walk.personId).choices;
    await answerScenario({ ...walk, scenarioId: scenario.id, answer: [choice?.token ?? ""] });
  }
  const results = await fifty(() => completeLesson({ ...walk, moduleId: "first-module" }));
  expect(results.filter((one) => one.state === "done")).toHaveLength(1);
  expect(results.filter((one) => one.state === "already")).toHaveLength(49);
  expect(await db.read.select().from(evidence).where(eq(evidence.kind, "lesson_read"))).toHaveLength(1);
});

test("fifty starts at once give one attempt to all", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  await readEverything(walk);
  const results = await fifty(() => startAttempt(walk));
  const [row, ...more] = await db.read.select().from(attempts);
  expect(more).toEqual([]);
  expect(results.filter((one) => one.state === "started")).toHaveLength(1);
  for (const one of results) expect(one).toMatchObject({ attempt: { id: row?.id, form: row?.form } });
});

test("fifty submits at once give one record and one result", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  await readEverything(walk);
  const attemptId = await startOpenAttempt(walk);
  await answerAll(walk, () => true);
  const results = await fifty(() => submitAttempt({ ...walk, attemptId }));
  expect(results.filter((one) => !one.already)).toHaveLength(1);
  for (const one of results) expect(one.result).toEqual(results[0]?.result);
  const records = await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_submitted"));
  expect(records).toHaveLength(1);
  const [row] = await db.read.select().from(attempts);
  expect(row?.result).toEqual(results[0]?.result);
  expect(results[0]?.result).toMatchObject({ correct: 20, passed: true });
});

test("answers that race with the submit are in the graded evidence or refused, never in between", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  await readEverything(walk);
  const attemptId = await startOpenAttempt(walk);
  const saved = new Set<number>();
  const refused: unknown[] = [];
  let submitting: Promise<unknown> | undefined;
  // Four tabs answer one question after the other until they are refused; the submit sets out when a few answers are in.
  const tab = async (first: number) => {
    for (let n = first; refused.length < 4; n += 4) {
      const position = (n % 20) + 1;
      try {
        await saveAnswer({ ...walk, attemptId, position, choice: String((position % 4) + 1) });
        saved.add(position);
      } catch (error) {
        refused.push(error);
        return;
      }
      if (saved.size >= 5) submitting ??= submitAttempt({ ...walk, attemptId });
    }
  };
  await Promise.all([1, 2, 3, 4].map(tab));
  await submitting;
  expect(refused).toHaveLength(4);
  for (const error of refused) expect(error).toMatchObject({ code: "conflict" });
  const [record, ...more] = await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_submitted"));
  expect(more).toEqual([]);
  if (record?.body.kind !== "attempt_submitted") throw new Error("The submit left no evidence.");
  const { answers, form } = record.body;
  expect(Object.keys(answers).sort()).toEqual([...saved].map((position) => form[position - 1]?.itemId).sort());
  expect(await db.read.select().from(attemptAnswers)).toHaveLength(saved.size);
});

test("fifty touches of an overdue attempt close it once", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db, { timeLimitMinutes: 30 });
  await readEverything(walk);
  const attemptId = await startOpenAttempt(walk);
  walk.clock.pass(31 * 60_000);
  const settled = await Promise.allSettled([
    ...Array.from({ length: 25 }, () => saveAnswer({ ...walk, attemptId, position: 1, choice: "1" })),
    ...Array.from({ length: 25 }, () => startAttempt(walk)),
  ]);
  expect(settled.filter((one) => one.status === "rejected")).toHaveLength(25);
  for (const one of settled) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "conflict" });
    else expect(one.value).toMatchObject({ state: "refused", decision: { reason: "REVIEW_FIRST" } });
  }
  expect(await db.read.select().from(evidence).where(eq(evidence.kind, "attempt_submitted"))).toHaveLength(1);
});

test("fifty signatures at once are one certification", async () => {
  await using db = await testDatabase();
  const { walk, person } = await setUp(db);
  await readEverything(walk);
  await takeAttempt(walk, () => true);
  const results = await fifty(() => attest({ ...walk, typedName: fullName(person) }));
  const rows = await db.read.select().from(certifications);
  expect(rows).toHaveLength(1);
  expect(results.filter((one) => one.state === "certified" && !one.already)).toHaveLength(1);
  for (const one of results) expect(one).toMatchObject({ state: "certified", certification: rows[0] });
  const signed = await db.read
    .select({ kind: evidence.kind })
    .from(evidence)
    .where(eq(evidence.registrationId, rows[0]?.registrationId ?? ""));
  expect(signed.filter((record) => record.kind === "attested")).toHaveLength(1);
  expect(signed.filter((record) => record.kind === "certified")).toHaveLength(1);
});

test("many people at once do not stand in each other's way", async () => {
  await using db = await testDatabase();
  const { walk } = await setUp(db);
  const crowd = await Promise.all(Array.from({ length: 40 }, () => makePerson(db)));
  await Promise.all(
    crowd.map(async (person) => {
      const own = { ...walk, personId: person.id };
      await readEverything(own);
      await takeAttempt(own, () => true);
      await attest({ ...own, typedName: fullName(person) });
    }),
  );
  expect(await db.read.select().from(certifications)).toHaveLength(40);
});
