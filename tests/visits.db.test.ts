import { expect, test } from "vitest";
import { placeHold } from "#app/features/holds/place-hold.server.ts";
import { visits } from "#app/platform/db.server.ts";
import { handClock, readEverything } from "./learning-walk.ts";
import { makePages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { makeRelease } from "./make-release.ts";
import { testDatabase } from "./setup-database.ts";

const minute = 60_000;
const start = Date.UTC(2026, 0, 10);

test("home says what has changed since the visit before, and notes a visit once", async () => {
  await using db = await testDatabase();
  const clock = handClock(start);
  await using pages = await makePages(db, { clock });
  const release = await makeRelease(db);
  const rep = await makePerson(db);
  const home = async () => (await pages.visit("/", { cookie: await pages.signedIn(rep.id) })).body;
  expect(await home()).not.toContain("New since");
  clock.pass(minute);
  await placeHold({ db, clock, personId: rep.id, input: { caseReference: "CASE-7", reason: "r", by: "S-1" } });
  await readEverything({ db, clock, personId: rep.id, release });
  expect(await home(), "still the same visit").not.toContain("New since");
  expect(await db.read.select().from(visits)).toEqual([{ personId: rep.id, currentAt: start, previousAt: null }]);

  clock.set(start + 31 * minute);
  await makeRelease(db, { publishedAt: clock.now(), itemsPerClause: 9 });
  const changed = await home();
  expect(changed).toContain("Your claim rights were put on hold, case CASE-7.");
  expect(changed).toContain("the lessons read the same");
  expect(changed).toMatch(/Done (Jan 9|9 Jan)/);
  clock.pass(5 * minute);
  expect(await home()).toContain("CASE-7");
  clock.pass(31 * minute);
  expect(await home()).not.toContain("New since");
});
