import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { type Database, imports, people, personVersions, sessions } from "#app/platform/db.server.ts";
import { makePerson } from "#tests/make-people.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { applyImport } from "./apply-import.server.ts";
import type { FeedRecord } from "./feed-columns.ts";
import { feedPath, writeFeed } from "./feed-for-tests.ts";
import { findPersonByEmployeeId } from "./find-person.server.ts";
import { importPeople } from "./import-people.server.ts";
import { planImport } from "./plan-import.server.ts";

const first = Date.parse("2026-06-15T12:00:00Z");
const second = Date.parse("2026-06-20T12:00:00Z");
const third = Date.parse("2026-06-25T12:00:00Z");

type Given = Partial<Parameters<typeof importPeople>[0]>;

function load(db: Database, file: string, now: number, given: Given = {}) {
  return importPeople({ db, clock: { now: () => now }, file, appliedBy: "test", confirm: async () => true, ...given });
}

function versionsOf(db: Database, personId: string) {
  return db.read
    .select()
    .from(personVersions)
    .where(eq(personVersions.personId, personId))
    .orderBy(asc(personVersions.validFrom), asc(personVersions.recordedAt));
}

async function get(db: Database, employeeId: string) {
  const person = await findPersonByEmployeeId(db.read, employeeId);
  if (!person) throw new Error(`${employeeId} is not there`);
  return person;
}

test("a first load is applied without a question, the same file again changes nothing", async () => {
  await using db = await testDatabase();
  const file = writeFeed([
    { employee_id: "0007", manager_employee_id: "0001", first_name: "  Siobhán", email: "S.OBrien@Reps.example.com" },
    { employee_id: "0001", preferred_name: "Bob", worker_type: "Contractor", employment_status: "On Leave" },
  ]);
  const unasked = () => Promise.reject(new Error("asked"));
  const loaded = await load(db, file, first, { confirm: unasked });
  expect(loaded.result).toBe("applied");
  expect(await get(db, "0007")).toMatchObject({
    kind: "rep",
    givenName: "Siobhán",
    preferredName: null,
    email: "S.OBrien@Reps.example.com",
    emailKey: "s.obrien@reps.example.com",
    managerEmployeeId: "0001",
    hiredOn: "2005-03-01",
    leftAt: null,
    onLeave: false,
    workerType: "employee",
    createdAt: first,
    updatedAt: first,
  });
  expect(await get(db, "0001")).toMatchObject({ preferredName: "Bob", onLeave: true, workerType: "contractor" });

  const again = await load(db, file, second, { confirm: unasked });
  expect(again.result).toBe("nothing-changed");
  expect(again.plan.summary).toMatchObject({ rows: 2, added: 0, unchanged: 2, refused: 0 });
  expect(await get(db, "0007")).toMatchObject({ updatedAt: first });
  const [record, ...others] = await db.read.select().from(imports);
  expect(others).toEqual([]);
  expect(record).toMatchObject({ fileName: "feed.csv", appliedAt: first, appliedBy: "test" });
  expect(record?.fileHash).toMatch(/^[0-9a-f]{64}$/);
  expect(record?.totals).toEqual({ rows: 2, added: 2, changed: 0, moved: 0, left: 0, unchanged: 0, refused: 0 });
});

test("the first version counts from the start of the hire date where the person is, or from the beginning", async () => {
  await using db = await testDatabase();
  const file = writeFeed([
    { employee_id: "1", hire_date: "2010-01-01", time_zone: "Asia/Tokyo" },
    { employee_id: "2", hire_date: "" },
  ]);
  await load(db, file, first);
  const [record] = await db.read.select().from(imports);
  const [version, ...others] = await versionsOf(db, (await get(db, "1")).id);
  expect(others).toEqual([]);
  expect(version).toMatchObject({
    validFrom: Date.parse("2009-12-31T15:00:00Z"),
    recordedAt: first,
    importId: record?.id,
    kind: "rep",
    country: "US",
    timeZone: "Asia/Tokyo",
  });
  expect(await versionsOf(db, (await get(db, "2")).id)).toMatchObject([{ validFrom: 0, recordedAt: first }]);
});

test("changes are shown, asked for, and applied with a version where the gate answers by them", async () => {
  await using db = await testDatabase();
  const start: Partial<FeedRecord>[] = ["1", "2", "3", "4"].map((employee_id) => ({ employee_id }));
  const file = writeFeed(start);
  await load(db, file, first);
  writeFeed(
    [
      { employee_id: "1", job_title: "Director", email: "new@reps.example.com" },
      { employee_id: "2", country: "DE", time_zone: "Europe/Berlin" },
      { employee_id: "3", manager_employee_id: "1" },
      { employee_id: "5" },
    ],
    file,
  );

  const declined = await load(db, file, second, { confirm: async () => false });
  expect(declined.result).toBe("not-confirmed");
  const dry = await load(db, file, second, { dryRun: true, confirm: () => Promise.reject(new Error("asked")) });
  expect(dry.result).toBe("dry-run");
  expect(await get(db, "1")).toMatchObject({ jobTitle: "Account Executive", updatedAt: first });

  const applied = await load(db, file, second);
  expect(applied.result).toBe("applied");
  expect(applied.plan.summary).toMatchObject({ added: 1, changed: 2, moved: 1, left: 0, unchanged: 0, missing: 1 });
  expect(await get(db, "1")).toMatchObject({
    jobTitle: "Director",
    emailKey: "new@reps.example.com",
    createdAt: first,
    updatedAt: second,
  });
  expect(await get(db, "4")).toMatchObject({ updatedAt: first, leftAt: null });
  expect(await versionsOf(db, (await get(db, "1")).id)).toHaveLength(1);
  expect(await versionsOf(db, (await get(db, "2")).id)).toMatchObject([
    { country: "US", timeZone: "America/New_York" },
    { country: "DE", timeZone: "Europe/Berlin", validFrom: second, recordedAt: second },
  ]);
  expect(await versionsOf(db, (await get(db, "3")).id)).toMatchObject([
    { managerEmployeeId: null },
    { managerEmployeeId: "1", validFrom: second },
  ]);
});

test("leaving ends the sessions, stays as first heard of, and is undone by coming back", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1" }, { employee_id: "2" }, { employee_id: "3" }]);
  await load(db, file, first);
  for (const employeeId of ["1", "2", "3"]) {
    const { id: personId } = await get(db, employeeId);
    const session = { id: `s${employeeId}`, personId, createdAt: first, expiresAt: third };
    await db.write(async (tx) => void (await tx.insert(sessions).values(session)));
  }
  const gone = [
    { employee_id: "1", employment_status: "Terminated", termination_date: "2026-06-18" },
    { employee_id: "2", employment_status: "Terminated" },
    { employee_id: "3", termination_date: "2026-06-30" },
  ];
  writeFeed(gone, file);
  const left = await load(db, file, second);
  expect(left.plan.summary).toMatchObject({ left: 2, changed: 1 });
  expect(await get(db, "1")).toMatchObject({ leftAt: Date.parse("2026-06-19T04:00:00Z") });
  expect(await get(db, "2")).toMatchObject({ leftAt: second });
  expect(await get(db, "3")).toMatchObject({ leftAt: Date.parse("2026-07-01T04:00:00Z") });
  expect((await db.read.select({ id: sessions.id }).from(sessions)).map(({ id }) => id)).toEqual(["s3"]);

  expect((await load(db, file, third)).result).toBe("nothing-changed");
  expect(await get(db, "2")).toMatchObject({ leftAt: second });

  writeFeed([...gone.slice(0, 1), { employee_id: "2" }, ...gone.slice(2)], file);
  expect((await load(db, file, third)).plan.summary).toMatchObject({ changed: 1, left: 0 });
  expect(await get(db, "2")).toMatchObject({ leftAt: null });
  expect(await versionsOf(db, (await get(db, "2")).id)).toMatchObject([
    { leftAt: null },
    { leftAt: second, validFrom: second },
    { leftAt: null, validFrom: third },
  ]);
});

test("who leaves without a day leaves when the import is applied, however long the question stood open", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1" }]);
  await load(db, file, first);
  writeFeed([{ employee_id: "1", employment_status: "Terminated" }], file);
  let now = second;
  const confirm = async () => {
    now = third;
    return true;
  };
  await load(db, file, second, { clock: { now: () => now }, confirm });
  expect(await get(db, "1")).toMatchObject({ leftAt: third, updatedAt: third });
});

test("a change before the first day does not hide behind the version that begins with it", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1", hire_date: "2027-01-04" }]);
  await load(db, file, first);
  writeFeed([{ employee_id: "1", hire_date: "2027-01-04", country: "CA" }], file);
  await load(db, file, second);
  const start = Date.parse("2027-01-04T05:00:00Z");
  expect(await versionsOf(db, (await get(db, "1")).id)).toMatchObject([
    { country: "US", validFrom: start, recordedAt: first },
    { country: "CA", validFrom: start, recordedAt: second },
  ]);
});

test("people are matched by employee id and never by e-mail", async () => {
  await using db = await testDatabase();
  await makePerson(db, { employeeId: "k1", email: "same@x.com", emailKey: "same@x.com" });
  await makePerson(db, { employeeId: null, externalId: "e1", kind: "partner", emailKey: "same@x.com" });
  const { plan } = await load(db, writeFeed([{ employee_id: "n1", email: "SAME@x.com" }]), first);
  expect(plan.summary).toMatchObject({ added: 1, changed: 0, missing: 1 });
  expect(await get(db, "k1")).toMatchObject({ givenName: "Ada", email: "same@x.com", updatedAt: 0 });
});

test("a report is linked by itself once the row of the manager is corrected", async () => {
  await using db = await testDatabase();
  const file = writeFeed([
    { employee_id: "r", manager_employee_id: "m" },
    { employee_id: "m", language: "?" },
  ]);
  const { plan } = await load(db, file, first);
  expect(plan.summary).toMatchObject({ added: 1, refused: 1, warnings: [{ code: "MANAGER_REFUSED", count: 1 }] });
  writeFeed([{ employee_id: "m" }], file);
  await load(db, file, second);
  expect(await get(db, "r")).toMatchObject({ managerEmployeeId: "m", updatedAt: first });
});

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
  expect(await get(db, "1")).toMatchObject({ country: "US" });
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
  const plan = await planImport({ db, clock, file: writeFeed(rows) });
  plan.comparison.added.push(...plan.comparison.added.slice(0, 1));
  await expect(applyImport({ db, clock, plan, appliedBy: "test" })).rejects.toThrow();
  for (const table of [people, personVersions, imports]) expect(await db.read.$count(table)).toBe(0);
});

test("many people are added and changed, more than one statement holds", async () => {
  await using db = await testDatabase();
  const ids = Array.from({ length: 450 }, (_, n) => `p${n}`);
  const file = writeFeed(ids.map((employee_id) => ({ employee_id })));
  await load(db, file, first);
  writeFeed(
    ids.map((employee_id, n) => ({ employee_id, country: n % 2 ? "US" : "DE", employment_status: "On Leave" })),
    file,
  );
  const phases = new Set<string>();
  await load(db, file, second, { onProgress: (phase, done, total) => done === total && phases.add(phase) });
  expect([...phases]).toEqual(["read", "compare", "write"]);
  const after = await db.read.select().from(people);
  expect(after.filter((person) => person.onLeave && person.updatedAt === second)).toHaveLength(450);
  expect(after.filter((person) => person.country === "DE")).toHaveLength(225);
  expect(await db.read.$count(personVersions)).toBe(900);
});

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
  expect(await get(db, "00200008")).toMatchObject({ givenName: "Zoë", familyName: "Lee-Whitfield" });
  expect(await get(db, "00200009")).toMatchObject({ department: 'Sales, "Global" Accounts' });
  expect(await get(db, "00200010")).toMatchObject({ department: "Sales, Europe" });
  expect(await get(db, "00200016")).toMatchObject({ leftAt: Date.parse("2010-04-12T12:00:00Z") });
  expect(await get(db, "00200017")).toMatchObject({ leftAt: first });
  expect(await get(db, "00200020")).toMatchObject({ language: "pt-BR" });
  expect(await get(db, "00200065")).toMatchObject({ givenName: "Grace", familyName: "Last" });
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
