import { expect, test } from "vitest";
import { imports, people, personVersions, sessions } from "#app/platform/db.server.ts";
import { first, getPerson, listVersions, load, second, third } from "#tests/load-people.ts";
import { makePerson } from "#tests/make-people.ts";
import { testDatabase } from "#tests/setup-database.ts";
import type { FeedRecord } from "./feed-columns.ts";
import { writeFeed } from "./feed-for-tests.ts";

test("a first load is applied without a question, the same file again changes nothing", async () => {
  await using db = await testDatabase();
  const file = writeFeed([
    { employee_id: "0007", manager_employee_id: "0001", first_name: "  Siobhán", email: "S.OBrien@Reps.example.com" },
    { employee_id: "0001", preferred_name: "Bob", worker_type: "Contractor", employment_status: "On Leave" },
  ]);
  const unasked = () => Promise.reject(new Error("asked"));
  const loaded = await load(db, file, first, { confirm: unasked });
  expect(loaded.result).toBe("applied");
  expect(await getPerson(db, "0007")).toMatchObject({
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
  expect(await getPerson(db, "0001")).toMatchObject({ preferredName: "Bob", onLeave: true, workerType: "contractor" });

  const again = await load(db, file, second, { confirm: unasked });
  expect(again.result).toBe("nothing-changed");
  expect(again.plan.summary).toMatchObject({ rows: 2, added: 0, unchanged: 2, refused: 0 });
  expect(await getPerson(db, "0007")).toMatchObject({ updatedAt: first });
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
  const [version, ...others] = await listVersions(db, "1");
  expect(others).toEqual([]);
  expect(version).toMatchObject({
    validFrom: Date.parse("2009-12-31T15:00:00Z"),
    recordedAt: first,
    importId: record?.id,
    kind: "rep",
    country: "US",
    timeZone: "Asia/Tokyo",
  });
  expect(await listVersions(db, "2")).toMatchObject([{ validFrom: 0, recordedAt: first }]);
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
  expect(await getPerson(db, "1")).toMatchObject({ jobTitle: "Account Executive", updatedAt: first });

  const applied = await load(db, file, second);
  expect(applied.result).toBe("applied");
  expect(applied.plan.summary).toMatchObject({ added: 1, changed: 2, moved: 1, left: 0, unchanged: 0, missing: 1 });
  expect(await getPerson(db, "1")).toMatchObject({
    jobTitle: "Director",
    emailKey: "new@reps.example.com",
    createdAt: first,
    updatedAt: second,
  });
  expect(await getPerson(db, "4")).toMatchObject({ updatedAt: first, leftAt: null });
  expect(await listVersions(db, "1")).toHaveLength(1);
  expect(await listVersions(db, "2")).toMatchObject([
    { country: "US", timeZone: "America/New_York" },
    { country: "DE", timeZone: "Europe/Berlin", validFrom: second, recordedAt: second },
  ]);
  expect(await listVersions(db, "3")).toMatchObject([
    { managerEmployeeId: null },
    { managerEmployeeId: "1", validFrom: second },
  ]);
});

test("leaving ends the sessions, stays as first heard of, and is undone by coming back", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1" }, { employee_id: "2" }, { employee_id: "3" }]);
  await load(db, file, first);
  for (const employeeId of ["1", "2", "3"]) {
    const { id: personId } = await getPerson(db, employeeId);
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
  expect(await getPerson(db, "1")).toMatchObject({ leftAt: Date.parse("2026-06-19T04:00:00Z") });
  expect(await getPerson(db, "2")).toMatchObject({ leftAt: second });
  expect(await getPerson(db, "3")).toMatchObject({ leftAt: Date.parse("2026-07-01T04:00:00Z") });
  expect((await db.read.select({ id: sessions.id }).from(sessions)).map(({ id }) => id)).toEqual(["s3"]);

  expect((await load(db, file, third)).result).toBe("nothing-changed");
  expect(await getPerson(db, "2")).toMatchObject({ leftAt: second });

  writeFeed([...gone.slice(0, 1), { employee_id: "2" }, ...gone.slice(2)], file);
  expect((await load(db, file, third)).plan.summary).toMatchObject({ changed: 1, left: 0 });
  expect(await getPerson(db, "2")).toMatchObject({ leftAt: null });
  expect(await listVersions(db, "2")).toMatchObject([
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
  expect(await getPerson(db, "1")).toMatchObject({ leftAt: third, updatedAt: third });
});

test("a change before the first day does not hide behind the version that begins with it", async () => {
  await using db = await testDatabase();
  const file = writeFeed([{ employee_id: "1", hire_date: "2027-01-04" }]);
  await load(db, file, first);
  writeFeed([{ employee_id: "1", hire_date: "2027-01-04", country: "CA" }], file);
  await load(db, file, second);
  const start = Date.parse("2027-01-04T05:00:00Z");
  expect(await listVersions(db, "1")).toMatchObject([
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
  expect(await getPerson(db, "k1")).toMatchObject({ givenName: "Ada", email: "same@x.com", updatedAt: 0 });
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
  expect(await getPerson(db, "r")).toMatchObject({ managerEmployeeId: "m", updatedAt: first });
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
