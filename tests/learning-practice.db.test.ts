import { asc } from "drizzle-orm";
import { expect, test } from "vitest";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import type { Scenario } from "#app/features/programs/release-content.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { listScenarioAnswers } from "#app/features/scenarios/list-scenario-answers.server.ts";
import { presentScenario } from "#app/features/scenarios/present-scenario.ts";
import { evidence, registrations } from "#app/platform/db.server.ts";
import { handClock } from "./learning-walk.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

/** The tokens under which this person sees the choices `a`, `b` … */
function tokens(scenario: Scenario | undefined, personId: string, choices: string): string[] {
  if (!scenario) throw new Error("No such scenario.");
  const shown = presentScenario(scenario, personId).choices;
  return [...choices].map((id) => shown.find((choice) => choice.text === `Choice ${id}`)?.token ?? "");
}

test("practice gives feedback at once, as often as wanted, and the latest answer is kept in sight", async () => {
  await using db = await testDatabase();
  const { scenarios } = await makeRelease(db);
  const { id: personId } = await makePerson(db);
  const clock = handClock(1000);
  const answer = (index: number, choices: string) => {
    const scenario = scenarios[index];
    return answerScenario({
      db,
      clock,
      personId,
      scenarioId: scenario?.id ?? "",
      answer: tokens(scenario, personId, choices),
    });
  };
  const wrong = await answer(0, "a");
  expect(wrong).toMatchObject({
    correct: false,
    missed: 1,
    parts: [{ feedback: "What follows from a.", right: false }],
  });
  clock.pass(10);
  expect(await answer(0, "b")).toMatchObject({ correct: true, missed: 0 });
  expect(await answer(1, "ca")).toMatchObject({ correct: true });
  expect(await answer(1, "ab")).toMatchObject({ correct: false, missed: 1 });
  expect(await answer(2, "abc")).toMatchObject({ correct: true });

  const [registration] = await db.read.select().from(registrations);
  const latest = await listScenarioAnswers(db.read, registration?.id ?? null);
  expect(latest.get("one-answer")).toEqual({ answer: ["b"], correct: true, at: 1010 });
  expect(latest.get("many-answers")).toMatchObject({ answer: ["a", "b"], correct: false });
  expect(await listScenarioAnswers(db.read, null)).toEqual(new Map());
  const kept = await db.read.select({ subject: evidence.subject }).from(evidence).orderBy(asc(evidence.seq));
  expect(kept).toHaveLength(5);
});

test("an answer without the form asked for is refused in plain words, and leaves nothing behind", async () => {
  await using db = await testDatabase();
  const { scenarios } = await makeRelease(db);
  const { id: personId } = await makePerson(db);
  const [single, multiple, ordering] = scenarios;
  const refuse = (scenario: Scenario | undefined, answer: string[]) =>
    expect(
      answerScenario({ db, clock: handClock(0), personId, scenarioId: scenario?.id ?? "", answer }),
    ).rejects.toMatchObject({ code: "validation-failed", message: expect.stringContaining("then check it") });
  await refuse(single, []);
  await refuse(single, tokens(single, personId, "ab"));
  await refuse(single, ["a"]);
  await refuse(single, tokens(single, "somebody else", "a"));
  await refuse(multiple, []);
  await refuse(ordering, tokens(ordering, personId, "ab"));
  await refuse(ordering, tokens(ordering, personId, "aab"));
  await expect(
    answerScenario({ db, clock: handClock(0), personId, scenarioId: "nowhere", answer: ["x"] }),
  ).rejects.toMatchObject({ code: "not-found" });
  expect(await db.read.select().from(registrations)).toEqual([]);
  expect(await db.read.select().from(evidence)).toEqual([]);
});

test("a lesson is done once every scenario in it was answered, rightly or not, and only once", async () => {
  await using db = await testDatabase();
  const { scenarios } = await makeRelease(db);
  const { id: personId } = await makePerson(db);
  const given = { db, clock: handClock(0), personId };
  const complete = () => completeLesson({ ...given, moduleId: "first-module" });
  expect(await complete()).toEqual({ state: "practice-left", scenarios: ["one-answer", "many-answers"] });
  expect(await db.read.select().from(registrations)).toEqual([]);
  await answerScenario({ ...given, scenarioId: "one-answer", answer: tokens(scenarios[0], personId, "a") });
  expect(await complete()).toEqual({ state: "practice-left", scenarios: ["many-answers"] });
  await answerScenario({ ...given, scenarioId: "many-answers", answer: tokens(scenarios[1], personId, "b") });
  expect(await complete()).toEqual({ state: "done" });
  expect(await complete()).toEqual({ state: "already" });
  await expect(completeLesson({ ...given, moduleId: "nowhere" })).rejects.toMatchObject({ code: "not-found" });
  const read = (await db.read.select().from(evidence)).filter((record) => record.kind === "lesson_read");
  expect(read.map((record) => record.body)).toEqual([{ kind: "lesson_read", moduleId: "first-module" }]);
});

test("what one person practised counts for nobody else", async () => {
  await using db = await testDatabase();
  const { scenarios } = await makeRelease(db);
  const [one, other] = [await makePerson(db), await makePerson(db)];
  const given = { db, clock: handClock(0) };
  const answer = tokens(scenarios[2], one.id, "cba");
  await answerScenario({ ...given, personId: one.id, scenarioId: "right-order", answer });
  expect(await completeLesson({ ...given, personId: other.id, moduleId: "second-module" })).toMatchObject({
    state: "practice-left",
  });
  expect(await completeLesson({ ...given, personId: one.id, moduleId: "second-module" })).toEqual({ state: "done" });
});

test("without a published program, and for nobody, the answer is a plain not-found", async () => {
  await using db = await testDatabase();
  const { id: personId } = await makePerson(db);
  const clock = handClock(0);
  await expect(completeLesson({ db, clock, personId, moduleId: "first-module" })).rejects.toMatchObject({
    code: "not-found",
    message: expect.stringContaining("No training is published yet"),
  });
  await expect(completeLesson({ db, clock, personId: "nobody", moduleId: "x" })).rejects.toMatchObject({
    code: "not-found",
  });
});
