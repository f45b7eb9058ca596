import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { type TestDatabase, testDatabase } from "#tests/setup-database.ts";
import { createOutput } from "../output.ts";
import { peopleAddCommand } from "./people-add.ts";
import { peopleImportCommand } from "./people-import.ts";

const header =
  "employee_id,first_name,last_name,preferred_name,email,country,region,location,job_title,department,manager_employee_id,hire_date,termination_date,employment_status,language,time_zone,worker_type";
const row = (id: string, title = "Account Executive") =>
  `${id},Ada,Lovelace,,,US,AMERICAS,New York,${title},Enterprise,,2005-03-01,,Active,en,America/New_York,Employee`;

function writeFile(...rows: string[]) {
  const file = join(mkdtempSync(join(tmpdir(), "cleared-feed-")), "feed.csv");
  writeFileSync(file, [header, ...rows].join("\n"));
  return file;
}

async function run(db: TestDatabase, positionals: string[], values: Record<string, boolean | string> = {}) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await peopleImportCommand.run({
    positionals,
    values,
    output: createOutput(values.json === true, { stdout, stderr }),
    app: async () => ({
      db,
      clock: { now: () => Date.parse("2026-06-15T12:00:00Z") },
      env: readEnv({}),
      log: createLogger("silent"),
    }),
  });
  return { code, out: String(stdout.read() ?? ""), progress: String(stderr.read() ?? "") };
}

test("loads a first file, says that the same one changes nothing, and shows its progress", async () => {
  await using db = await testDatabase();
  const file = writeFile(row("1"), row("2"));
  const loaded = await run(db, [file]);
  expect(loaded.code).toBe(0);
  expect(loaded.out).toMatch(/^feed\.csv: 2 rows\n {2}2 added\n(.*\n)*Imported\.\n$/);
  for (const label of ["Reading", "Comparing", "Writing"]) expect(loaded.progress).toContain(`${label}: 100 %`);
  expect(await run(db, [file])).toMatchObject({ code: 0, out: expect.stringMatching(/Nothing has changed\.\n$/) });
});

test("without a terminal a change needs --yes", async () => {
  await using db = await testDatabase();
  await run(db, [writeFile(row("1"))]);
  const file = writeFile(row("1", "Director"));
  const shown = await run(db, [file]);
  expect(shown.code).toBe(0);
  expect(shown.out).toContain('1 Ada Lovelace: job title "Account Executive" → "Director"');
  expect(shown.out).toContain(`Nothing was applied. To apply it: cleared people import ${file} --yes\n`);
  expect((await run(db, [file], { "dry-run": true, yes: true })).out).toContain(
    "Nothing was applied: this was a dry run.",
  );
  expect((await run(db, [file], { yes: true })).out).toMatch(/Imported\.\n$/);
  expect((await run(db, [file])).out).toMatch(/Nothing has changed\.\n$/);
});

test("refused rows make the exit code 1 and are listed where --refused says", async () => {
  await using db = await testDatabase();
  const file = writeFile(row("1"), row("?"));
  const refused = `${file}.list`;
  const { code, out } = await run(db, [file], { refused });
  expect(code).toBe(1);
  expect(out).toContain(`Imported.\nThe refused rows are listed in ${refused}.\n`);
  expect(readFileSync(refused, "utf8")).toContain("3,employee_id,?,EMPLOYEE_ID,");
});

test("--json prints one line with the totals", async () => {
  await using db = await testDatabase();
  const { code, out, progress } = await run(db, [writeFile(row("1"), row("1"))], { json: true });
  expect([code, progress]).toEqual([0, ""]);
  expect(JSON.parse(out)).toEqual({
    type: "summary",
    rows: 2,
    added: 1,
    changed: 0,
    moved: 0,
    left: 0,
    unchanged: 0,
    refused: 0,
    missing: 0,
    warnings: [expect.objectContaining({ code: "REPEATED_ROW", count: 1 })],
    applied: true,
    result: "applied",
    refusedFile: null,
  });
});

test("a rep by hand needs a country, staff do not, and the kind must be known", async () => {
  await using db = await testDatabase();
  const add = (values: Record<string, string>) =>
    peopleAddCommand.run({
      positionals: [],
      values: { id: "S1", given: "Grace", family: "Hopper", ...values },
      output: createOutput(true, { stdout: new PassThrough(), stderr: new PassThrough() }),
      app: async () => ({ db, clock: { now: () => 0 }, env: readEnv({}), log: createLogger("silent") }),
    });
  await expect(add({ kind: "rep" })).rejects.toThrow("--country is missing");
  await expect(add({ kind: "boss" })).rejects.toThrow("staff, a partner or a rep");
  await expect(add({ kind: "staff", given: "" })).rejects.toThrow("--given is missing");
  expect(await add({ kind: "staff" })).toBe(0);
  await expect(add({ kind: "staff" })).rejects.toThrow("is known already");
});
