import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { imports, people, personVersions } from "#app/platform/db.server.ts";
import { first, getPerson, load, second } from "#tests/load-people.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { applyImport } from "./apply-import.server.ts";
import { writeFeed } from "./feed-for-tests.ts";
import { findPersonByEmployeeId } from "./find-person.server.ts";
import { hrFeed } from "./hr-feed.ts";
import { planImport } from "./plan-import.server.ts";

test("a change between the comparison and the writing is noticed, and nothing is imported", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1" }, { employee_id: "2" }]);
  await load(db, file, first);
  writeFeed([{ employee_id: "1", country: "DE" }, { employee_id: "2" }, { employee_id: "3" }], file);
  const interfere = async () => {
    await db.write(async (tx) => {
      await tx
        .update(people)
        .set({ jobTitle: "x", updatedAt: first + 1 })
        .where(eq(people.employeeId, "2"));
    });
    return true;
  };
  await expect(load(db, file, second, { confirm: interfere })).rejects.toThrow("Run the import again");
  expect(await findPersonByEmployeeId(db.read, "3")).toBeNull();
  expect(await getPerson(db, "1")).toMatchObject({ country: "US" });
  expect((await load(db, file, second)).result).toBe("applied");
});

test("two imports at once: one is applied, the other changes nothing or is told to run again", async () => {
  await using db = await testDatabase();
  const rows = Array.from({ length: 450 }, (_, n) => ({ employee_id: `p${n}` }));
  const outcomes = await Promise.allSettled([load(db, writeFeed(rows), first), load(db, writeFeed(rows), first)]);
  expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
  for (const outcome of outcomes) if (outcome.status === "rejected") expect(outcome.reason.message).toContain("again");
  expect(await db.read.$count(people)).toBe(450);
  expect(await db.read.$count(personVersions)).toBe(450);
});

test("a write that fails near the end leaves nothing behind", async () => {
  await using db = await testDatabase();
  const clock = { now: () => first };
  const rows = Array.from({ length: 450 }, (_, n) => ({ employee_id: `p${n}` }));
  const plan = await planImport({ db, clock, feed: hrFeed, file: writeFeed(rows) });
  plan.comparison.added.push(...plan.comparison.added.slice(0, 1));
  await expect(applyImport({ db, clock, plan, appliedBy: "test" })).rejects.toThrow();
  for (const table of [people, personVersions, imports]) expect(await db.read.$count(table)).toBe(0);
});
