import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { getStanding } from "#app/features/certification/get-standing.server.ts";
import { completeDuty } from "#app/features/duties/complete-duty.server.ts";
import { listDuties } from "#app/features/duties/list-duties.server.ts";
import { verifyEvidence } from "#app/features/evidence/verify-evidence.server.ts";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { evidence, registrations } from "#app/platform/db.server.ts";
import { certify } from "./learning-walk.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const moduleId = "managers-module";
const scenarioId = "managers-scenario";

async function makeManager(db: TestDatabase, given: Parameters<typeof makePerson>[1] = {}) {
  const manager = await makePerson(db, given);
  await makePerson(db, { managerEmployeeId: manager.employeeId });
  return manager;
}

/** Answers the practice on the page as its first choice, and says that the module is read. */
async function readOnPages(pages: Pages, cookie: string) {
  const url = `/duties/${moduleId}`;
  expect((await pages.visit(url, { cookie, form: { intent: "done" } })).location).toBe(`${url}#end`);
  const before = await pages.visit(url, { cookie });
  expect(before.body).not.toContain("You have read this lesson.");
  expect(before.body).not.toContain("What the team gets");
  const choice = before.body.match(/name="choice" value="([^"]+)"/)?.[1] ?? "";
  expect((await pages.visit(url, { cookie, form: { intent: "answer", scenario: scenarioId } })).status).toBe(422);
  await pages.visit(url, { cookie, form: { intent: "answer", scenario: scenarioId, choice } });
  const practised = await pages.visit(url, { cookie });
  expect(practised.body).toContain("What the team gets");
  expect(practised.body).toContain("I have read this lesson");
  await pages.visit(url, { cookie, form: { intent: "done" } });
  await pages.visit(url, { cookie, form: { intent: "done" } });
  expect((await pages.visit(url, { cookie })).body).toContain("You have read this lesson.");
}

test("a certified manager reads the managers' module beside the finished registration", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { managers: true });
  await using pages = await makePages(db);
  const manager = await makeManager(db);
  const cookie = await pages.signedIn(manager.id);
  const walk = { db, clock, personId: manager.id, release };
  const standing = await getStanding(walk);
  expect(standing.steps.map((step) => step.id)).not.toContain(moduleId);
  expect(await completeDuty({ ...walk, moduleId })).toEqual({ state: "practice-left" });
  const { registrationId } = await certify(walk, manager);

  const home = await pages.visit("/", { cookie });
  for (const part of ["Your duties as a manager", "What managers answer for", "Not read yet", "7 min", "You may claim"])
    expect(home.body.replaceAll("<!-- -->", "")).toContain(part);
  expect((await pages.visit(`/program/lessons/${moduleId}`, { cookie })).location).toBe(`/duties/${moduleId}`);
  await readOnPages(pages, cookie);
  expect(await listDuties(walk)).toMatchObject([{ id: moduleId, read: true }]);
  const home2 = await pages.visit("/", { cookie });
  expect(home2.body).not.toContain("Not read yet");

  const records = await db.read.select().from(evidence).where(eq(evidence.subject, moduleId));
  expect(records).toMatchObject([
    { kind: "lesson_read", registrationId: null, releaseId: release.id, body: { moduleId } },
  ]);
  const last = await db.read.select().from(evidence).where(eq(evidence.registrationId, registrationId));
  expect(last.map((record) => record.subject)).not.toContain(scenarioId);
  expect((await verifyEvidence(db)).discrepancies).toEqual([]);
});

test("a manager who is staff reads it without a registration, and opens no lesson of the reps", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { managers: true });
  await using pages = await makePages(db);
  const manager = await makeManager(db, { kind: "staff" });
  const cookie = await pages.signedIn(manager.id);
  expect((await pages.visit("/", { cookie })).body).toContain("Your duties as a manager");
  await readOnPages(pages, cookie);
  expect(await db.read.select().from(registrations)).toEqual([]);
  expect((await pages.visit(`/program/lessons/${release.lessons[0]?.id}`, { cookie })).status).toBe(403);
  expect((await pages.visit(`/duties/${release.lessons[0]?.id}`, { cookie })).status).toBe(404);
});

test("for whoever has no reports there is no such module, nor its practice", async () => {
  await using db = await testDatabase();
  await makeRelease(db, { managers: true });
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1" });
  const given = { db, clock, personId: rep.id };
  for (const person of [rep, partner]) {
    const cookie = await pages.signedIn(person.id);
    expect((await pages.visit("/", { cookie })).body).not.toContain("duties");
    expect((await pages.visit(`/duties/${moduleId}`, { cookie })).status).toBe(404);
    expect((await pages.visit(`/duties/${moduleId}`, { cookie, form: { intent: "done" } })).status).toBe(404);
  }
  await expect(answerScenario({ ...given, scenarioId, answer: ["x"] })).rejects.toMatchObject({ code: "not-found" });
  await expect(answerScenario({ ...given, scenarioId: "one-answer", answer: [], duty: true })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(completeLesson({ ...given, moduleId })).rejects.toMatchObject({ code: "not-found" });
  expect(await db.read.select().from(evidence)).toEqual([]);
});

test("fifty who say at once that they have read it are one record; a new edition asks again", async () => {
  await using db = await testDatabase();
  await makeRelease(db, { managers: true, summary: { managerModules: [summaryWithoutPractice()] } });
  const manager = await makeManager(db);
  const given = { db, clock, personId: manager.id, moduleId };
  const all = await Promise.all(Array.from({ length: 50 }, () => completeDuty(given)));
  expect(all.filter(({ state }) => state === "done")).toHaveLength(1);
  expect(await db.read.select().from(evidence)).toHaveLength(1);
  await makeRelease(db, {
    editionId: "2012-01",
    managers: true,
    summary: { managerModules: [summaryWithoutPractice()] },
  });
  expect(await listDuties(given)).toMatchObject([{ read: false }]);
  expect(await completeDuty(given)).toEqual({ state: "done" });
});

function summaryWithoutPractice() {
  return { id: moduleId, order: 9, title: "Managers", summary: "", minutes: 7, teaches: [], scenarios: [] };
}
