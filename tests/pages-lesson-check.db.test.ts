import { expect, test } from "vitest";
import { systemClock as clock } from "#app/platform/clock.ts";
import { evidence, lessonChecks } from "#app/platform/db.server.ts";
import { certify } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf, makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const lesson = "/program/lessons/first-module";
const url = `${lesson}/check`;

async function setUp(db: TestDatabase) {
  const release = await makeRelease(db, { summary: { testOut: { items: 4 } } });
  const pages = await makePages(db);
  const rep = await makePerson(db);
  const cookie = await pages.signedIn(rep.id);
  const see = async (path: string) => {
    const { body } = await pages.visit(path, { cookie });
    for (const item of release.items) {
      expect(body, path).not.toContain(item.id);
      for (const choice of item.choices) expect(body, path).not.toContain(choice.feedback);
    }
    return body;
  };
  const post = (form: Record<string, string>) => pages.visit(url, { cookie, form });
  const answers = async (wrong: number[] = []) => {
    const [check] = await db.read.select().from(lessonChecks);
    const fields = (check?.form ?? []).map(({ itemId, choices }, index) => {
      const item = release.items.find((one) => one.id === itemId);
      const choice = item && choiceOf(item, wrong.includes(index + 1) ? "wrong" : "right");
      return [`q${index + 1}`, String(choices.indexOf(choice ?? "") + 1)];
    });
    return { intent: "submit", check: check?.id ?? "", ...Object.fromEntries(fields) };
  };
  return { release, pages, rep, cookie, see, post, answers };
}

test("a rep tests out of a lesson, and no page of it holds a key", async () => {
  await using db = await testDatabase();
  const { pages, see, post, answers } = await setUp(db);
  await using _ = pages;
  expect(await see(lesson)).toContain("4 questions, all must be right, one try.");
  expect(await see(url)).toContain("Open the questions");
  expect(await db.read.select().from(lessonChecks)).toEqual([]);
  for (let time = 0; time < 2; time++) expect((await post({ intent: "start" })).location).toBe(url);
  const questions = await see(url);
  expect(questions.match(/type="radio"/g)).toHaveLength(16);
  expect(await see(lesson)).toContain("Go on with the check");

  const { q2: left, ...some } = await answers();
  const incomplete = await post(some);
  expect(incomplete.status).toBe(422);
  expect(incomplete.body).toContain("One question has no answer yet.");
  expect(incomplete.body.match(/checked=""/g)).toHaveLength(3);
  expect((await post({ ...some, q2: "7" })).status).toBe(422);
  expect((await post({ ...some, q2: left ?? "", check: "another" })).status).toBe(404);
  expect((await post({ intent: "peek" })).status).toBe(422);
  expect(await db.read.select().from(evidence)).toEqual([]);

  for (let time = 0; time < 2; time++) expect((await post(await answers())).location).toBe(url);
  expect((await post(await answers([1]))).location).toBe(url);
  expect(await see(url)).toContain("All answers are right.");
  const tested = await see(lesson);
  expect(tested).toContain("You tested out of this lesson.");
  expect(tested).not.toContain("I have read this lesson");
  expect(await see("/program")).toContain("second-module");
  expect(await db.read.select().from(evidence)).toHaveLength(1);
});

test("a failed check says to read the lesson, and neither what was wrong nor how much", async () => {
  await using db = await testDatabase();
  const { pages, see, post, answers } = await setUp(db);
  await using _ = pages;
  await post({ intent: "start" });
  await post(await answers([2]));
  const failed = await see(url);
  expect(failed).toContain("Not every answer was right.");
  expect(failed).not.toMatch(/[0-4] of 4|type="radio"/);
  expect((await post({ intent: "start" })).location).toBe(url);
  expect(await see(url)).toBe(failed.replace(/nonce="[^"]*"/g, () => /nonce="[^"]*"/.exec(failed)?.[0] ?? ""));
  const page = await see(lesson);
  expect(page).toContain("Read the lesson instead.");
  expect(page).not.toContain("Take the check");
});

test("there is no check for a finished registration, an unknown lesson, or a stranger's check", async () => {
  await using db = await testDatabase();
  const { release, pages, rep, cookie, post, answers } = await setUp(db);
  await using _ = pages;
  await post({ intent: "start" });
  const other = await makePerson(db);
  const foreign = await pages.visit(url, { cookie: await pages.signedIn(other.id), form: await answers() });
  expect(foreign.status).toBe(404);
  expect((await pages.visit("/program/lessons/nowhere/check", { cookie })).status).toBe(404);
  await certify({ db, clock, personId: rep.id, release }, rep);
  const before = await db.read.select().from(evidence);
  expect((await post(await answers())).location).toBe(url);
  expect((await post({ intent: "start" })).location).toBe(url);
  expect((await pages.visit(url, { cookie })).location).toBe(lesson);
  expect(await db.read.select().from(evidence)).toHaveLength(before.length);
});
