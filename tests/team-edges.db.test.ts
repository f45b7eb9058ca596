import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { addPerson } from "#app/features/people/add-person.server.ts";
import { getTeam } from "#app/features/teams/get-team.server.ts";
import { getTeamOverview } from "#app/features/teams/get-team-overview.server.ts";
import { listPeople } from "#app/features/teams/list-people.server.ts";
import { noFilter, readPeopleFilter } from "#app/features/teams/people-filter.ts";
import { systemClock } from "#app/platform/clock.ts";
import { people } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { makeWave } from "./make-claim-facts.ts";
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
