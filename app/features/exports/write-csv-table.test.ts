import { buffer } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Column } from "./table.ts";
import { writeCsvTable } from "./write-csv-table.ts";

const columns: Column[] = ["name", "job_title"].map((key) => ({ key, kind: "text", title: key, width: 10 }));

async function csvOf(rows: string[][]): Promise<string> {
  return (await buffer(writeCsvTable({ name: "People", columns, rows: [rows] }))).toString();
}

/** What spreadsheets would run, or take for the beginning of what they run. */
const hostile = fc.string({
  unit: fc.constantFrom(..."=+-@＝＋－＠;,\t\r\n \u00a0\u3000\"'|a1", "名", "😀"),
  maxLength: 12,
});

test("no cell is a formula, whatever a text holds and whichever separator the spreadsheet splits at", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(hostile, hostile), { minLength: 1, maxLength: 4 }), async (rows) => {
      const text = await csvOf(rows);
      const read: string[][] = parse(text, { bom: true });
      // Others split without a thought for quotes that do not stand at the beginning of a cell.
      for (const cell of [...read.flat(), ...text.split(/[;\t\r\n]/).map((cell) => cell.replaceAll('"', ""))])
        expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
    }),
  );
});

test("what is no formula is read back as it was", async () => {
  const names = [
    "Łukasz Żuk",
    "محمد بن سلمان",
    "שלום",
    "山田 太郎",
    "👩‍👩‍👧‍👦 𝒜",
    "two\nlines",
    'a "b", c; d',
    "a-b",
    "1 + 1",
    "x".repeat(40_000),
  ];
  const read: string[][] = parse(await csvOf(names.map((name) => [name, ""])), { bom: true, from: 2 });
  expect(read.map(([name]) => name)).toEqual(names);
});
