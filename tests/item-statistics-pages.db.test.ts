import { expect, test } from "vitest";
import { roleGrants } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makeAttempts } from "./make-attempts.ts";
import { makePages, type Pages } from "./make-pages.ts";
import { makePerson } from "./make-people.ts";
import { choiceOf, type MadeRelease, makeRelease } from "./make-release.ts";
import { type TestDatabase, testDatabase } from "./setup-database.ts";

const overview = "/program-office/item-statistics";

async function officeOf(db: TestDatabase, pages: Pages, kind: "staff" | "rep" = "staff") {
  const { id: personId } = await makePerson(db, { kind });
  const grant = { id: newId(), personId, role: "program_office" as const, grantedAt: 0, grantedBy: "test" };
  await db.write(async (tx) => {
    await tx.insert(roleGrants).values({ ...grant, revokedAt: null });
  });
  const cookie = await pages.signedIn(personId);
  return (path: string) => pages.visit(path, { cookie });
}

/** Two hundred and forty people, a third of them German; the first item is keyed wrong, the second goes wrong in German. */
async function makeStory(db: TestDatabase, release: MadeRelease) {
  const items = release.items.slice(0, 20);
  await makeAttempts(db, {
    release,
    wanted: Array.from({ length: 240 }, (_, n) => {
      const german = n % 3 === 0;
      return {
        items,
        startedAt: Date.UTC(2026, 0, 5) + (n % 40) * 86_400_000,
        person: german ? { language: "de", region: "EMEA", country: "DE" } : {},
        choiceOf: (item, place) => {
          const strong = n % 2 === 0;
          if (place === 0) return choiceOf(item, strong ? "wrong" : "right");
          if (place === 1) return choiceOf(item, german || !strong ? "wrong" : "right");
          return choiceOf(item, strong || (n + place) % 3 > 0 ? "right" : "wrong");
        },
      };
    }),
  });
  return items;
}

test("the program office sees what needs attention first, and the numbers behind it", async () => {
  await using db = await testDatabase();
  await using pages = await makePages(db);
  const visit = await officeOf(db, pages);
  expect((await visit(overview)).body).toContain("Nothing is published yet");
  const release = await makeRelease(db);
  expect((await visit(overview)).body).toContain("Nobody has taken the assessment yet");
  const items = await makeStory(db, release);
  const later = await makePages(db, { clock: { now: () => Date.now() + 120_000 } });
  const visitLater = await officeOf(db, later);

  const { body } = await visitLater(overview);
  expect(body).toContain("Likely mis-keyed");
  expect(body).toContain("First attempts</dt><dd>240</dd>");
  const places = [0, 2].map((n) => body.indexOf(`>${items[n]?.id}</a>`));
  expect(places[0]).toBeGreaterThan(0);
  expect(places[0]).toBeLessThan(places[1] as number);
  for (const secret of ["Choice a", "What follows from", "Situation 1"]) expect(body).not.toContain(secret);

  const few = await visitLater(`${overview}?language=de`);
  expect(few.body).toContain("There are 80, and figures are shown from 200 on");
  expect((await visitLater(`${overview}?language=xx`)).body).toContain("Nobody has taken the assessment yet");
  expect((await visitLater(`${overview}?release=none`)).status).toBe(404);

  const item = await visitLater(`${overview}/items/${items[0]?.id}?release=${release.id}`);
  expect(item.body).toContain("Situation 1 under ROE-1.1.");
  expect(item.body).toContain("Of the best third of people, 100% chose “b” and only 0% the key.");
  expect(item.body).toContain("German");
  expect(item.body).toContain("<svg");
  expect(item.body).not.toContain("<script");
  expect((await visitLater(`${overview}/items/${items[1]?.id}`)).body).toContain("Translation gap");
  expect((await visitLater(`${overview}/items/none`)).status).toBe(404);
  expect((await visitLater(`${overview}/items/${release.items[30]?.id}`)).body).toContain("There are 0 answers");

  const csv = await visitLater(`${overview}.csv?release=${release.id}`);
  expect(csv.body.split("\n")[1]).toMatch(
    new RegExp(`^${items[0]?.id},ROE-1.1,no,medium,240,0.0000,0.5000,.*mis-keyed`),
  );
  await later[Symbol.asyncDispose]();
});

test("whoever takes the assessment sees no key of it, also with the role of the program office", async () => {
  await using db = await testDatabase();
  const release = await makeRelease(db);
  await using pages = await makePages(db);
  const visit = await officeOf(db, pages, "rep");
  expect((await visit(overview)).status).toBe(200);
  const item = await visit(`${overview}/items/${release.items[0]?.id}`);
  expect(item.status).toBe(403);
  expect(item.body).not.toContain("Choice a");
});
