import { test } from "vitest";
import { startLessonCheck } from "#app/features/lessons/start-lesson-check.server.ts";
import { listPlays } from "#app/features/stories/list-plays.server.ts";
import { startStory } from "#app/features/stories/start-story.server.ts";
import { systemClock as clock } from "#app/platform/clock.ts";
import { expectCatalogueTexts as check, countryNames, everythingOf, stringsIn } from "./catalogue-texts.ts";
import { certify, readEverything, startOpenAttempt, takeAttempt } from "./learning-walk.ts";
import { makeHold, makeWave } from "./make-claim-facts.ts";
import { makeManagersModule, managersModuleSummary } from "./make-managers-module.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { makeStory } from "./make-story.ts";
import { testDatabase } from "./setup-database.ts";

test("no text on a page of the rep's way is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { story: true, managers: true, summary: { testOut: { items: 4 } } });
  await using pages = await makePages(db);
  const rep = await makePerson(db, { language: "en-XA" });
  const walk = { db, clock, personId: rep.id, release };
  const cookie = await pages.signedIn(rep.id);
  const lesson = `/program/lessons/${release.lessons[0]?.id}`;
  const data = everythingOf(release, [
    rep.givenName,
    rep.familyName,
    `${rep.givenName} ${rep.familyName}`,
    "United States",
    rep.employeeId ?? "",
    "http://localhost:3000/verify",
    ...stringsIn(makeStory()),
  ]);
  const always = [
    "/",
    "/program",
    lesson,
    "/program/story",
    `${lesson}/check`,
    "/assessment",
    "/attestation",
    "/deals",
    "/deals/new",
    "/rules/2011-07",
    "/account/password",
    "/no/such/page",
  ];
  await check(pages, cookie, always, `${data}\n${countryNames()}`);
  await startStory(walk);
  await check(pages, cookie, ["/program/story?moved"], data);
  await startLessonCheck({ ...walk, moduleId: release.lessons[0]?.id ?? "" });
  await check(pages, cookie, [lesson, `${lesson}/check`], data);
  await readEverything(walk);
  const [play] = await listPlays(db.read, { personId: rep.id, storyId: release.summary.story?.id ?? "" });
  await check(pages, cookie, ["/program/story", `/program/story?play=${play?.id}`], data);
  const failed = await startOpenAttempt(walk);
  await check(pages, cookie, ["/", lesson, "/assessment", "/assessment/questions/1", "/assessment/review"], data);
  await takeAttempt(walk, () => false);
  await check(pages, cookie, [`/assessment/results/${failed}`, "/assessment", lesson], data);

  const other = await makePerson(db, { language: "en-XA", familyName: rep.familyName });
  const otherCookie = await pages.signedIn(other.id);
  const certification = await certify({ ...walk, personId: other.id }, other);
  await check(
    pages,
    otherCookie,
    ["/", `/certificates/${certification.number}?new`, "/assessment", "/record"],
    `${data}\n${Object.values(other).join("\n")}\n${countryNames()}\nhttp://localhost:3000/verify/${certification.number}`,
  );
});

test("no text on what a manager reads is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db, { managers: true });
  await using pages = await makePages(db);
  const manager = await makePerson(db, { kind: "staff", language: "en-XA" });
  await makePerson(db, { managerEmployeeId: manager.employeeId });
  const texts = [`${manager.givenName} ${manager.familyName}`, ...stringsIn(makeManagersModule())];
  const cookie = await pages.signedIn(manager.id);
  await check(pages, cookie, ["/", `/duties/${managersModuleSummary.id}`], everythingOf(release, texts));
});

test("no text on what a manager sees of the team is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await makeWave(db);
  await using pages = await makePages(db);
  const manager = await makePerson(db, { kind: "staff", language: "en-XA" });
  const rep = await makePerson(db, { managerEmployeeId: manager.employeeId, onLeave: true });
  const below = await makePerson(db, { managerEmployeeId: rep.employeeId, workerType: "contractor" });
  await makeHold(db, { personId: below.id });
  const walk = { db, clock, personId: rep.id, release };
  await readEverything(walk);
  await takeAttempt(walk, () => false);
  await certify({ db, clock, personId: below.id, release }, below);
  const texts = [manager, rep, below].flatMap((one) => [`${one.givenName} ${one.familyName}`, ...stringsIn(one)]);
  const data = everythingOf(release, [...texts, countryNames()]);
  const urls = ["/", "/team", "/team/people", "/team/people?q=nobody-of-this-name", "/team/delegates"];
  const person = [rep, below].map(({ employeeId }) => `/team/people/${employeeId}`);
  const words = `/team/nudge?id=${rep.employeeId}&words=${"x".repeat(600)}`;
  const nudge = [`/team/nudge?id=${rep.employeeId}&id=${below.employeeId}`, words];
  await check(pages, await pages.signedIn(manager.id), [...urls, ...person, ...nudge], data);
});

test("no text on a page of the others and of strangers is hard-coded", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const partner = await makePerson(db, { kind: "partner", employeeId: null, externalId: "P-1", language: "en-XA" });
  const data = everythingOf(release, [`${partner.givenName} ${partner.familyName}`]);
  await check(
    pages,
    await pages.signedIn(partner.id),
    ["/", "/program", "/rules/2011-07", "/verify/CLR-0000-0000-0000", "/sign-in", "/trust"],
    data,
  );
});
