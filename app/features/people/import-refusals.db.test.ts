import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { people } from "#app/platform/db.server.ts";
import { first, getPerson, load, second } from "#tests/load-people.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { feedPath, writeFeed } from "./feed-for-tests.ts";

test("every good row of a messy file is imported, every other one is listed with its line", async () => {
  await using db = await testDatabase();
  const file = "tests/fixtures/hr-feed-defects.csv";
  const refusedFile = feedPath();
  const outcome = await load(db, file, first, { refusedFile });
  expect(outcome.plan.summary).toMatchObject({ rows: 68, added: 27, refused: 40 });
  expect(outcome.refusedFile).toBe(refusedFile);
  expect(outcome.plan.refusals.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    "27 employee_id REQUIRED",
    "28 employee_id EMPLOYEE_ID",
    "29 employee_id EMPLOYEE_ID",
    "30 first_name REQUIRED",
    "31 last_name REQUIRED",
    "32 last_name TOO_LONG",
    "33 first_name BIDI_CONTROL",
    "33 last_name CONTROL_CHARACTER",
    "34 first_name INVISIBLE_CHARACTER",
    "35 first_name FORMULA",
    "36 last_name MARKUP",
    "37 preferred_name FORMULA",
    "38 email EMAIL",
    "39 email EMAIL",
    "40 country COUNTRY",
    "41 country COUNTRY",
    "42 region REQUIRED",
    "43 location REQUIRED",
    "43 job_title REQUIRED",
    "43 department REQUIRED",
    "44 department TOO_LONG",
    "45 manager_employee_id UNKNOWN_MANAGER",
    "46 manager_employee_id EMPLOYEE_ID",
    "47 hire_date DATE",
    "48 hire_date DATE",
    "49 hire_date DATE_RANGE",
    "50 termination_date DATE",
    "51 termination_date DATE_ORDER",
    "52 employment_status EMPLOYMENT_STATUS",
    "53 worker_type WORKER_TYPE",
    "54 language LANGUAGE",
    "55 time_zone TIME_ZONE",
    "56 time_zone TIME_ZONE",
    "57 employee_id DUPLICATE_ID",
    "58 employee_id DUPLICATE_ID",
    "59 manager_employee_id MANAGER_LOOP",
    "60 manager_employee_id MANAGER_LOOP",
    "61 manager_employee_id MANAGER_LOOP",
    "62 manager_employee_id MANAGER_LOOP",
    "64 email EMAIL",
    "66  ROW_LENGTH",
    "67  ROW_LENGTH",
    "68  UNREADABLE_ROW",
  ]);
  expect(await getPerson(db, "00200008")).toMatchObject({ givenName: "Zoë", familyName: "Lee-Whitfield" });
  expect(await getPerson(db, "00200009")).toMatchObject({ department: 'Sales, "Global" Accounts' });
  expect(await getPerson(db, "00200010")).toMatchObject({ department: "Sales, Europe" });
  expect(await getPerson(db, "00200016")).toMatchObject({ leftAt: Date.parse("2010-04-12T12:00:00Z") });
  expect(await getPerson(db, "00200017")).toMatchObject({ leftAt: first });
  expect(await getPerson(db, "00200020")).toMatchObject({ language: "pt-BR" });
  expect(await getPerson(db, "00200065")).toMatchObject({ givenName: "Grace", familyName: "Last" });
  expect((await load(db, file, second, { refusedFile })).result).toBe("nothing-changed");
});

test("refused rows are listed beside the file; the list goes when they are corrected; a dry run writes none", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1" }, { employee_id: "2", country: "UK" }]);
  const list = file.replace(".csv", ".refused.csv");
  expect((await load(db, file, first, { dryRun: true })).refusedFile).toBeNull();
  expect(existsSync(list)).toBe(false);
  expect((await load(db, file, first)).refusedFile).toBe(list);
  expect(readFileSync(list, "utf8")).toContain("3,country,UK,COUNTRY,");
  writeFeed([{ employee_id: "1" }, { employee_id: "2" }], file);
  expect((await load(db, file, second)).refusedFile).toBeNull();
  expect(existsSync(list)).toBe(false);
});

test("when the list of refused rows cannot be written, nothing is imported", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1" }, { employee_id: "2", country: "UK" }]);
  const elsewhere = writeFeed([]);
  await expect(load(db, file, first, { refusedFile: elsewhere })).rejects.toThrow("is no list of refused rows");
  expect(await db.read.$count(people)).toBe(0);
});

test.each([
  ["is empty", ""],
  ["is not UTF-8", Buffer.from("employee_id\nJos\xe9\n", "latin1")],
  ["no column employee_id", "a,b\n1,2\n"],
  ["names no people", null],
])("a file that %s is refused as a whole", async (reason, content) => {
  await using db = await testDatabase();
  const file = writeFeed([]);
  if (content !== null) writeFileSync(file, content);
  await expect(load(db, file, first)).rejects.toThrow(reason);
});

test("a missing file, and a folder, are told", async () => {
  await using db = await testDatabase();
  await expect(load(db, "/nowhere/feed.csv", first)).rejects.toThrow("There is no file /nowhere/feed.csv");
  await expect(load(db, "tests", first)).rejects.toThrow("tests is not a file");
});
