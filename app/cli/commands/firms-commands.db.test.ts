import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { contextOf } from "#tests/make-firms.ts";
import { testDatabase } from "#tests/setup-database.ts";
import type { Command } from "../command.ts";
import { createOutput } from "../output.ts";
import { firmsAddCommand } from "./firms-add.ts";
import { firmsImportCommand } from "./firms-import.ts";
import { firmsListCommand } from "./firms-list.ts";
import { partnersImportCommand } from "./partners-import.ts";

test("firms are imported, added and listed, and their people after them", async () => {
  await using db = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), "cleared-firms-"));
  const file = (name: string, lines: string[]) => {
    writeFileSync(join(folder, name), lines.join("\n"));
    return join(folder, name);
  };
  const run = async (command: Command, positionals: string[], values: Record<string, string | boolean> = {}) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const output = createOutput(values.json === true, { stdout, stderr });
    const app = async () => contextOf(db, { now: () => Date.UTC(2026, 5, 15) });
    const code = await command.run({ positionals, values, output, app });
    return { code, out: String(stdout.read() ?? "") };
  };
  const header = "external_id,name,country,tier,domains,closed_on";
  const firms = file("firms.csv", [header, "F1,Nordhavn IT,DK,gold,nordhavn.example,", "F2,Bad,XX,gold,,"]);
  expect((await run(firmsImportCommand, [firms], { "dry-run": true })).out).toContain("this was a dry run");
  const imported = await run(firmsImportCommand, [firms]);
  expect(imported.code).toBe(1);
  expect(imported.out).toMatch(
    /2 rows\n {2}1 added\n[\s\S]*1 refused \(COUNTRY 1\)[\s\S]*Imported\.\nThe refused rows are/,
  );
  const changed = file("changed.csv", [header, "F1,Nordhavn IT,DK,platinum,a.example;b.example,2026-06-01"]);
  expect((await run(firmsImportCommand, [changed])).out).toContain(
    'F1 Nordhavn IT: tier "platinum", closed at 2026-06-02T00:00:00.000Z, domains "a.example; b.example"',
  );
  const given = { id: "F3", name: "Alder", country: "US", tier: "silver" };
  expect(await run(firmsAddCommand, [], { ...given, domains: "alder.example" })).toMatchObject({ code: 0 });
  await expect(run(firmsAddCommand, [], given)).rejects.toThrow("is known already: Alder");
  await expect(run(firmsAddCommand, [], { ...given, id: "F4", domains: "gmail.com" })).rejects.toThrow("Anybody can");

  const partners = file("partners.csv", [
    "external_id,first_name,last_name,preferred_name,email,country,firm_external_id,job_title,language,time_zone,left_on",
    "P1,Ada,Lovelace,,ada@alder.example,US,F3,,en,America/New_York,",
    "P2,Bo,Berg,,bo@b.example,DK,F9,,da,Europe/Copenhagen,",
  ]);
  const people = await run(partnersImportCommand, [partners]);
  expect([people.code, people.out.includes("P2"), people.out.includes("Import the firms first.")]).toEqual([
    1,
    false,
    true,
  ]);
  const moved = file("moved.csv", [
    "external_id,first_name,last_name,preferred_name,email,country,firm_external_id,job_title,language,time_zone,left_on",
    "P1,Ada,Lovelace,,ada@alder.example,US,F1,,en,America/New_York,",
  ]);
  const asked = await run(partnersImportCommand, [moved]);
  expect(asked.out).toContain('P1 Ada Lovelace: firm "Alder" → "Nordhavn IT"');
  expect(asked.out).toContain(`To apply it: cleared partners import ${moved} --yes`);
  const listed = await run(firmsListCommand, ["alder"]);
  expect(listed.out).toBe("F3  Alder  US  silver  alder.example  0 of 1 joined\n");
});
