import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { addPerson } from "#app/features/people/add-person.server.ts";
import { getTeam, listTeam } from "#app/features/teams/get-team.server.ts";
import { getTeamOverview } from "#app/features/teams/get-team-overview.server.ts";
import { listPeople } from "#app/features/teams/list-people.server.ts";
import { noFilter, readPeopleFilter } from "#app/features/teams/people-filter.ts";
import { systemClock } from "#app/platform/clock.ts";
import { people } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { handClock, readEverything, takeAttempt } from "./learning-walk.ts";
import { makeWave } from "./make-claim-facts.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

test("an organisation in which people only manage each other has its figures all the same", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const one = await makePerson(db);
  const other = await makePerson(db, { managerEmployeeId: one.employeeId });
  await db.write(async (tx) => {
    await tx.update(people).set({ managerEmployeeId: other.employeeId }).where(eq(people.id, one.id));
  });
  const team = await getTeam({ db, clock: systemClock }, "everybody");
  const { figures, groups } = getTeamOverview(team, null);
  expect(figures.all.people).toBe(2);
  expect(groups).toMatchObject([{ counts: { people: 1 } }]);
});

test("a figure opens its list also for what nobody told, and for the longest names", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makeWave(db);
  const person = {
    kind: "rep" as const,
    givenName: "Ada",
    familyName: "Hand",
    email: "",
    country: "US",
    language: "en",
  };
  await addPerson({ db, clock: systemClock, person: { ...person, id: "BY-HAND", timeZone: "UTC" } });
  await makePerson(db, { department: "Sales ".repeat(33).trim(), region: "Æ".repeat(200) });
  await makePerson(db);
  const team = await getTeam({ db, clock: systemClock }, "everybody");
  const { cuts } = getTeamOverview(team, null).figures;
  for (const cut of ["region", "country", "department"] as const) {
    for (const { value, counts } of cuts[cut]) {
      const url = paths.teamPeople({ [cut]: value, status: "blocked" });
      const filter = readPeopleFilter(new URLSearchParams(url.split("?")[1]));
      expect(listPeople(team, filter).length, url).toBe(counts.blocked);
    }
  }
  expect(listPeople(team, { ...noFilter, q: "by-hand" })).toHaveLength(1);
});

test("a person's page says why the assessment waits: to read again, until when, and when the attempts are used up", async () => {
  await using db = await testDatabase();
  const clock = handClock(Date.UTC(2026, 2, 10, 15));
  const attempts = { maximum: 3, withinDays: 30, waitHoursBeforeThird: 24, coachUnlockFrom: 9 };
  const release = await makeRelease(db, { summary: { attempts } });
  await makeWave(db);
  const boss = await makePerson(db, { kind: "staff", timeZone: "UTC" });
  const rep = await makePerson(db, { managerEmployeeId: boss.employeeId });
  await using pages = await makePages(db, { clock });
  const cookie = await pages.signedIn(boss.id);
  const page = async () => {
    const { body } = await pages.visit(`/team/people/${rep.employeeId}`, { cookie });
    const path = body.slice(body.indexOf("Path: "));
    return path.slice(0, path.indexOf("</ol>"));
  };
  const walk = { db, clock, personId: rep.id, release };
  const fail = async () => {
    await takeAttempt(walk, () => false);
    clock.pass(60_000);
  };
  const review = async () => {
    for (const { id: moduleId } of release.lessons) await reviewLesson({ ...walk, moduleId });
  };
  expect(await page()).toContain("Comes after everything before it.");
  await readEverything(walk);
  expect(await page()).toContain("Not taken yet.");
  await fail();
  expect(await page()).toContain("to be read again before another attempt: Lesson 1 and Lesson 2.");
  await review();
  expect(await page()).toContain("another attempt is possible now.");
  await fail();
  expect(await page()).toMatch(/Lesson 1 and Lesson 2\. It is possible from Mar(ch)? 11, 2026/);
  await review();
  expect(await page()).toMatch(/another attempt is possible from Mar(ch)? 11/);
  clock.pass(86_400_000);
  await fail();
  await review();
  expect(await page()).toMatch(/no other attempt is possible before Apr(il)? 9/);
});

test("very many managers below one are on pages, each of them on one", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  const boss = await makePerson(db, { kind: "staff" });
  const leads = [];
  for (let n = 0; n < 53; n++) {
    const lead = await makePerson(db, { managerEmployeeId: boss.employeeId, kind: "staff" });
    await makePerson(db, { managerEmployeeId: lead.employeeId });
    leads.push(lead.employeeId);
  }
  await using pages = await makePages(db);
  const cookie = await pages.signedIn(boss.id);
  const listed: (string | undefined)[] = [];
  for (const query of ["", "?groups=2"]) {
    const { body } = await pages.visit(`/team${query}`, { cookie });
    listed.push(...[...body.matchAll(/href="\/team\?manager=(\d+)"/g)].map(([, id]) => id));
    expect(body).toContain(query === "" ? 'href="/team?groups=2"' : 'href="/team?groups=1"');
  }
  expect(listed.toSorted()).toEqual(leads.toSorted());
});

test("who has no employee id of their own is above nobody, also after everybody was listed", async () => {
  await using db = await testDatabase();
  await makeRelease(db);
  await makePerson(db);
  const see = (sight: Parameters<typeof getTeam>[1]) => getTeam({ db, clock: systemClock }, sight);
  expect(listTeam(await see("everybody"), noFilter)).toHaveLength(1);
  expect(listTeam(await see({ managerEmployeeId: "" }), noFilter)).toHaveLength(0);
});
