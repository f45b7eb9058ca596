import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { personVersions } from "#app/platform/db.server.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { addPerson, type NewPerson } from "./add-person.server.ts";
import { findPersonByEmployeeId } from "./find-person.server.ts";

const clock = { now: () => Date.parse("2026-06-15T12:00:00Z") };
const grace: NewPerson = {
  kind: "staff",
  id: "S1",
  givenName: " Grace ",
  familyName: "O'Brien",
  email: "Grace@Office.example.com",
  country: "US",
  language: "EN",
  timeZone: "UTC",
};

test("staff get an employee id, partners an external id, both a version from the beginning", async () => {
  await using db = await testDatabase();
  const staff = await addPerson({ db, clock, person: grace });
  expect(staff).toMatchObject({
    kind: "staff",
    employeeId: "S1",
    externalId: null,
    givenName: "Grace",
    emailKey: "grace@office.example.com",
    language: "en",
    createdAt: clock.now(),
  });
  expect(await findPersonByEmployeeId(db.read, "S1")).toEqual(staff);
  const partner = await addPerson({ db, clock, person: { ...grace, kind: "partner", email: "" } });
  expect(partner).toMatchObject({ employeeId: null, externalId: "S1", email: null, emailKey: null });
  const versions = await db.read.select().from(personVersions).where(eq(personVersions.personId, partner.id));
  expect(versions).toMatchObject([{ validFrom: 0, recordedAt: clock.now(), importId: null, kind: "partner" }]);
});

test("an id that is taken is told, and of many at once one wins", async () => {
  await using db = await testDatabase();
  const results = await Promise.allSettled(Array.from({ length: 5 }, () => addPerson({ db, clock, person: grace })));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await expect(addPerson({ db, clock, person: grace })).rejects.toThrow("employee id S1 is known already");
  expect(await db.read.$count(personVersions)).toBe(1);
});

test("every value that is wrong is named", async () => {
  await using db = await testDatabase();
  const person = { ...grace, id: "no id", givenName: "<b>", email: "nobody", country: "UK", timeZone: "Mars/Olympus" };
  const failure = await addPerson({ db, clock, person }).catch((error: Error) => error.message);
  for (const label of ["id", "given name", "e-mail address", "country", "time zone"]) {
    expect(failure).toContain(`\n  ${label} "`);
  }
  expect(failure).not.toContain("language");
});
