import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { listRoles } from "#app/features/access/list-roles.server.ts";
import { importPeople } from "#app/features/people/import-people.server.ts";
import { type Database, people, personVersions } from "#app/platform/db.server.ts";
import { makeCoordinator, makeFirm, makePartner } from "#tests/make-firms.ts";
import { makePerson } from "#tests/make-people.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { type PartnerRecord, partnerColumns } from "./partner-feed.ts";
import { readPartnerFeed } from "./read-partner-feed.server.ts";

const first = Date.UTC(2026, 5, 15, 12);
const second = Date.UTC(2026, 5, 20, 12);

function record(given: Partial<PartnerRecord>): PartnerRecord {
  return {
    ...{ external_id: "P1", first_name: "Ada", last_name: "Lovelace", preferred_name: "", country: "DK" },
    ...{ email: `${given.external_id ?? "P1"}@one.example`, firm_external_id: "F-ONE", job_title: "" },
    ...{ language: "en", time_zone: "Europe/Copenhagen", left_on: "" },
    ...given,
  };
}

async function load(db: Database, now: number, rows: Partial<PartnerRecord>[], given: { dryRun?: boolean } = {}) {
  const file = join(mkdtempSync(join(tmpdir(), "cleared-partners-")), "partners.csv");
  writeFileSync(file, `\ufeff${stringify(rows.map(record), { header: true, columns: [...partnerColumns] })}`);
  const clock = { now: () => now };
  const feed = await readPartnerFeed({ db, clock });
  return importPeople({ db, clock, feed, file, appliedBy: "test", confirm: () => Promise.resolve(true), ...given });
}

const personOf = async (db: Database, externalId: string) =>
  (await db.read.select().from(people).where(eq(people.externalId, externalId)))[0];

test("partners come in by external id, with a version each, and the same file changes nothing", async () => {
  await using db = await testDatabase();
  const firm = await makeFirm(db, { externalId: "F-ONE", domains: ["one.example"] });
  // A rep with the address of a partner, and an employee id that is an external id: neither is touched.
  const rep = await makePerson(db, { employeeId: "P1", email: "p1@one.example", emailKey: "p1@one.example" });
  const rows = [record({}), record({ external_id: "P2", email: "p2@mail.one.example", left_on: "2026-06-10" })];
  expect((await load(db, first, rows, { dryRun: true })).result).toBe("dry-run");
  const { result, plan } = await load(db, first, rows);
  expect([result, plan.firstLoad, plan.refusals]).toEqual(["applied", true, []]);
  const ada = await personOf(db, "P1");
  expect(ada).toMatchObject({ kind: "partner", employeeId: null, firmId: firm.id, hiredOn: null, leftAt: null });
  expect((await personOf(db, "P2"))?.leftAt).toBe(Date.parse("2026-06-10T22:00:00Z"));
  const versions = await db.read
    .select()
    .from(personVersions)
    .where(eq(personVersions.personId, ada?.id ?? ""));
  expect(versions).toMatchObject([{ kind: "partner", validFrom: 0, recordedAt: first }]);
  expect((await load(db, second, rows)).result).toBe("nothing-changed");
  const [after] = await db.read.select().from(people).where(eq(people.id, rep.id));
  expect(after).toEqual(rep);
});

test("what cannot be taken is refused with its reason, what looks odd is warned of", async () => {
  await using db = await testDatabase();
  const firm = await makeFirm(db, { externalId: "F-ONE", domains: ["one.example"] });
  await makeFirm(db, { externalId: "F-SHUT", closedAt: first - 1, domains: [] });
  await makePartner(db, { firmId: firm.id, externalId: null, email: "self@one.example" });
  const { plan } = await load(db, first, [
    { external_id: "P1", email: "ada@gmail.com" },
    { external_id: "P2", firm_external_id: "F-NONE" },
    { external_id: "P3", first_name: "Zoe\u200b" },
    { external_id: "P4", last_name: "=1+1" },
    { external_id: "P5", time_zone: "Mars/Base", left_on: "yesterday" },
    { external_id: "P6", email: "SELF@one.example" },
    { external_id: "P7", job_title: "One" },
    { external_id: "P7", job_title: "Two" },
    { external_id: "P8", firm_external_id: "F-SHUT" },
  ]);
  expect(plan.refusals.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    "3 firm_external_id UNKNOWN_FIRM",
    "4 first_name INVISIBLE_CHARACTER",
    "5 last_name FORMULA",
    "6 time_zone TIME_ZONE",
    "6 left_on DATE",
    "7 email UNLINKED_PERSON",
    "8 external_id DUPLICATE_ID",
    "9 external_id DUPLICATE_ID",
  ]);
  expect(plan.summary).toMatchObject({ rows: 9, added: 2, refused: 7 });
  expect(plan.summary.warnings.map(({ code, count }) => `${code} ${count}`)).toEqual([
    "OTHER_DOMAIN 1",
    "CLOSED_FIRM 1",
  ]);
});

test("who moves to another firm is shown as moved and coordinates neither, and an id is not passed on unseen", async () => {
  await using db = await testDatabase();
  const one = await makeFirm(db, { externalId: "F-ONE", name: "One", domains: [] });
  const two = await makeFirm(db, { externalId: "F-TWO", name: "Two", domains: [] });
  const coordinator = await makeCoordinator(db, one.id);
  const row = { external_id: coordinator.externalId ?? "", first_name: "Ada", last_name: coordinator.familyName };
  const email = coordinator.email ?? "";
  await load(db, first, [{ ...row, email }, { external_id: "P2" }]);
  expect(await listRoles(db.read, { person: coordinator, now: first })).toContain("firm_coordinator");
  const { plan } = await load(db, second, [
    { ...row, email, firm_external_id: "F-TWO" },
    { external_id: "P2", first_name: "Somebody", last_name: "Else", email: "else@one.example" },
  ]);
  expect(plan.summary).toMatchObject({ moved: 1, changed: 1 });
  expect(plan.summary.warnings.map(({ code, grave }) => [code, grave])).toEqual([["OTHER_PERSON", true]]);
  expect(plan.shown.names?.get(two.id)).toBe("Two");
  expect(await listRoles(db.read, { person: coordinator, now: second })).toEqual(["partner"]);
});
