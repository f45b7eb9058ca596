import { expect, test } from "vitest";
import { makePerson } from "#tests/make-people.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { hasReports } from "./has-reports.server.ts";

test("a manager has somebody who has not left", async () => {
  await using db = await testDatabase();
  await makePerson(db, { managerEmployeeId: "m1", leftAt: null });
  await makePerson(db, { managerEmployeeId: "m2", leftAt: 1000 });
  const ask = (employeeId: string, at: number) => hasReports(db.read, { employeeId, at });
  expect(await ask("m1", 0)).toBe(true);
  expect(await ask("m2", 999)).toBe(true);
  expect(await ask("m2", 1000)).toBe(false);
  expect(await ask("m3", 0)).toBe(false);
});
