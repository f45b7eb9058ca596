import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Database, imports } from "#app/platform/db.server.ts";
import { testDatabase } from "#tests/setup-database.ts";
import { importFirms } from "./import-firms.server.ts";
import { readFirms } from "./read-firms.server.ts";

const header = "external_id,name,country,tier,domains,closed_on";
const now = Date.UTC(2026, 5, 15, 12);

function load(db: Database, rows: string[], given: { dryRun?: boolean } = {}) {
  const file = join(mkdtempSync(join(tmpdir(), "cleared-firms-")), "firms.csv");
  writeFileSync(file, [header, ...rows].join("\n"));
  return importFirms({ db, clock: { now: () => now }, file, appliedBy: "test", ...given });
}

test("good rows come in, the others are listed with their lines, and the same file changes nothing", async () => {
  await using db = await testDatabase();
  const rows = [
    "F1,Nordhavn IT,DK,gold,Nordhavn.example; BÜCHER.example.,",
    "F2,Alder & Finch,US,silver,,2026-06-30",
    "F3,Mail House,US,gold,gmail.com,",
    "F4,Whole Country,GB,gold,co.uk,",
    "F5,=HYPERLINK(),US,gold,,",
    "F6,Wrong,XX,golden,nodomain!;domain,30.6.2026",
    "F7,Twins,US,gold,twin.example,",
    "F8,Twins too,US,gold,TWIN.example,",
    "F9,Same id,US,gold,,",
    "F9,Same id,CA,gold,,",
    "F1,Nordhavn IT,DK,gold,Nordhavn.example; BÜCHER.example.,",
  ];
  expect(await load(db, rows, { dryRun: true })).toMatchObject({ result: "dry-run", refusedFile: null });
  expect(await readFirms(db.read)).toEqual([]);
  const { comparison, result, refusedFile } = await load(db, rows);
  expect(result).toBe("applied");
  expect(comparison.refusals.map(({ line, column, reason }) => `${line} ${column} ${reason}`)).toEqual([
    "4 domains PUBLIC_DOMAIN",
    "5 domains PUBLIC_DOMAIN",
    "6 name FORMULA",
    "7 country COUNTRY",
    "7 tier TIER",
    "7 domains DOMAIN",
    "7 domains DOMAIN",
    "7 closed_on DATE",
    "8 domains DOMAIN_TAKEN",
    "9 domains DOMAIN_TAKEN",
    "10 external_id DUPLICATE_ID",
    "11 external_id DUPLICATE_ID",
  ]);
  expect(comparison.refused).toBe(8);
  expect(readFileSync(refusedFile ?? "", "utf8")).toContain("6,name,'=HYPERLINK(),FORMULA,");
  expect(await readFirms(db.read)).toMatchObject([
    { externalId: "F1", tier: "gold", domains: ["nordhavn.example", "xn--bcher-kva.example"], closedAt: null },
    { externalId: "F2", domains: [], closedAt: Date.UTC(2026, 6, 1) },
  ]);
  expect((await load(db, rows.slice(0, 2))).result).toBe("nothing-changed");
  expect(await db.read.select().from(imports)).toMatchObject([{ totals: { added: 2, refused: 8 } }]);
});

test("a domain moves when the file names both firms, and not otherwise", async () => {
  await using db = await testDatabase();
  await load(db, ["F1,One,DK,gold,shared.example;one.example,", "F2,Two,DK,gold,,"]);
  const alone = await load(db, ["F2,Two,DK,gold,shared.example,"]);
  expect(alone.comparison.refusals).toMatchObject([{ reason: "DOMAIN_TAKEN", value: "shared.example" }]);
  expect(alone.comparison.refusals[0]?.explanation).toContain("one of One too");
  const both = await load(db, ["F2,Two,DK,gold,shared.example,", "F1,One,DK,platinum,one.example,"]);
  expect(both.comparison).toMatchObject({ refused: 0, changed: [{}, {}] });
  const swapped = await load(db, ["F2,Two,DK,gold,one.example,", "F1,One,DK,platinum,shared.example,"]);
  expect(swapped.result).toBe("applied");
  expect((await readFirms(db.read)).map(({ domains }) => domains)).toEqual([["shared.example"], ["one.example"]]);
  // The row that would let the domain go is refused itself, so the domain stays where it is.
  const held = await load(db, ["F2,Two,DK,gold,shared.example,", "F1,One,XX,platinum,,"]);
  expect(held.comparison.refusals.map(({ reason }) => reason)).toEqual(["DOMAIN_TAKEN", "COUNTRY"]);
});
