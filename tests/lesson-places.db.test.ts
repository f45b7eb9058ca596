import { expect, test } from "vitest";
import { markHeadings } from "#app/features/lessons/mark-headings.server.ts";
import { type Clock, systemClock as clock } from "#app/platform/clock.ts";
import { type Database, evidence, lessonPlaces, registrations } from "#app/platform/db.server.ts";
import { certify, handClock } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const moduleId = "first-module";

async function marks(db: Database) {
  const rows = await db.read.select().from(lessonPlaces);
  return rows.map(({ cycle, moduleId, heading }) => `${cycle} ${moduleId} ${heading}`).sort();
}

test("marks are kept once, only for headings that the lesson has, and are no evidence", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const { id: personId } = await makePerson(db);
  const mark = (...headings: string[]) => markHeadings({ db, clock, personId, moduleId, headings });
  await mark("the-rules", "nowhere", "the-rules", "__proto__");
  await Promise.all(Array.from({ length: 20 }, () => mark("the-rules", "the-cases")));
  expect(await marks(db)).toEqual(["1 first-module the-cases", "1 first-module the-rules"]);
  expect(await db.read.select().from(evidence)).toEqual([]);
  expect(await db.read.select().from(registrations)).toEqual([]);
  await expect(mark(...Array.from({ length: 101 }, () => "the-rules"))).rejects.toMatchObject({
    code: "validation-failed",
  });
  await expect(
    markHeadings({ db, clock, personId, moduleId: "nowhere", headings: ["the-rules"] }),
  ).rejects.toMatchObject({ code: "not-found" });
});

test("a new cycle starts with no part read", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  const person = await makePerson(db);
  const hand = handClock(1_000_000);
  const given = { db, clock: hand as Clock, personId: person.id };
  await markHeadings({ ...given, moduleId, headings: ["the-rules"] });
  const { validUntil } = await certify({ ...given, release }, person);
  await markHeadings({ ...given, moduleId, headings: ["the-cases"] });
  hand.set(validUntil - 1000);
  await markHeadings({ ...given, moduleId, headings: ["the-rules"] });
  expect(await marks(db)).toEqual(["1 first-module the-cases", "1 first-module the-rules", "2 first-module the-rules"]);
});

test("a lesson left half way says where to go on, and the path says how far it is", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  const other = await makePerson(db);
  const cookie = await pages.signedIn(rep.id);
  const lesson = `/program/lessons/${moduleId}`;
  const see = async (url: string, as = cookie) => (await pages.visit(url, { cookie: as })).body;
  const first = await see(lesson);
  expect(first).toContain("2 parts");
  expect(first).not.toContain("Go on at");
  expect(first).toMatch(/<script nonce="[^"]+" data-url="\/program\/lessons\/first-module\/places">/);
  expect(await see("/program")).not.toContain("parts read");

  const button = { heading: "the-rules", go: "on" };
  const gone = await pages.visit(`${lesson}/places`, { cookie, form: button });
  expect([gone.status, gone.location]).toEqual([302, `${lesson}#the-cases`]);
  const last = await pages.visit(`${lesson}/places`, { cookie, form: { heading: "elsewhere", go: "on" } });
  expect(last.location).toBe(`${lesson}#the-rules`);
  const back = await see(lesson);
  expect(back).toContain('<a href="#the-cases" class="button button-small">Go on at: The cases</a>');
  expect(back).toContain("1 of 2 parts read");
  expect(await see("/program")).toContain("1 of 2 parts read");
  expect(await see("/program", await pages.signedIn(other.id))).not.toContain("parts read");

  const reported = await pages.visit(`${lesson}/places`, { cookie, form: { heading: "the-cases" } });
  expect([reported.status, reported.body]).toEqual([204, ""]);
  const all = await see(lesson);
  expect(all).not.toContain("Go on at");
  expect(all).toContain("practice situations have no answer yet");
  expect(await db.read.select().from(evidence)).toEqual([]);

  const far = await pages.visit("/program/lessons/nowhere/places", { cookie, form: { heading: "x" } });
  expect(far.status).toBe(404);
  expect(release.lessons).toHaveLength(2);
});

test("a practice answer marks the parts before it and opens the page at the feedback", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await using pages = await makePages(db);
  const rep = await makePerson(db);
  const cookie = await pages.signedIn(rep.id);
  const url = "/program/lessons/second-module";
  const body = (await pages.visit(url, { cookie })).body;
  const fields = [...body.matchAll(/name="(place-[^"]+)"/g)].map(([, name]) => name ?? "");
  expect(fields).toHaveLength(3);
  const answer = (places: string[]) => ({
    intent: "answer",
    scenario: "right-order",
    ...Object.fromEntries(fields.map((name, index) => [name, places[index] ?? ""])),
  });
  const unfit = await pages.visit(url, { cookie, form: answer(["2", "2", "1"]) });
  expect(unfit.status).toBe(422);
  expect(unfit.body).toContain('id="feedback-right-order"');
  expect(unfit.body.match(/<option value="2" selected="">/g)).toHaveLength(2);
  expect(await marks(db)).toEqual([]);
  const sent = await pages.visit(url, { cookie, form: answer(["2", "3", "1"]) });
  expect(sent.location).toBe(`${url}#feedback-right-order`);
  expect(await marks(db)).toEqual(["1 second-module the-cases", "1 second-module the-rules"]);
  const answered = (await pages.visit(url, { cookie })).body;
  expect(answered).toMatch(/<section id="feedback-right-order" tabindex="-1"/);
  expect(answered).toMatch(/<button type="button" class="clause-mention" popovertarget="([^"]+)">ROE-2\.1<\/button>/);
});
