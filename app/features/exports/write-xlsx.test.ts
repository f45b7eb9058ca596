import { buffer } from "node:stream/consumers";
import fc from "fast-check";
import { readSheet } from "read-excel-file/node";
import { expect, test } from "vitest";
import type { Cell, Column, Table } from "./table.ts";
import { writeXlsx } from "./write-xlsx.server.ts";

const columns: Column[] = [
  { key: "text", kind: "text", title: "Text & <title>", width: 10 },
  { key: "count", kind: "count", title: "Count", width: 10 },
  { key: "at", kind: "instant", title: "At (Europe/Berlin)", width: 10 },
];

function bytesOf(tables: Table[], options: Partial<Parameters<typeof writeXlsx>[1]> = {}): Promise<Buffer> {
  return buffer(writeXlsx(tables, { timeZone: "Europe/Berlin", ...options }));
}

const tableOf = (rows: Cell[][]): Table => ({ name: "People", columns, rows: [rows] });

test("a spreadsheet reads every text back as it was, in any script, and never a formula", async () => {
  const texts = [
    "Łukasz Żuk",
    "محمد بن سلمان",
    "שלום",
    "山田 太郎",
    "👩‍👩‍👧‍👦 𝒜",
    "two\nlines",
    '=HYPERLINK("http://x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "_x0041_",
    "<b>&amp;</b>",
    "00123",
    "  spaces  ",
  ];
  const rows = (await readSheet(await bytesOf([tableOf(texts.map((text, n) => [text, n, null]))]))).slice(1);
  // The reader cuts the spaces around a text; they are in the file.
  expect(rows.map(([text]) => text)).toEqual(texts.map((text) => text.trim()));
  expect(rows.map(([, n]) => n)).toEqual(texts.map((_, n) => n));
});

test("whatever a text holds, the file is one that can be read", async () => {
  const text = fc.string({ unit: "binary", maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(text, fc.integer()), { maxLength: 5 }), async (given) => {
      const rows = await readSheet(await bytesOf([tableOf(given.map(([a, b]) => [`a${a}z`, b, null]))]));
      expect(rows).toHaveLength(given.length + 1);
      expect(rows.slice(1).map(([, b]) => b)).toEqual(given.map(([, b]) => b));
    }),
    { numRuns: 20 },
  );
});

test("an instant is the date and time on the wall of the zone, in summer, in winter and in the hour between", async () => {
  const instants = ["2026-01-15T23:30:00Z", "2026-07-15T22:30:59Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"];
  const rows = await readSheet(await bytesOf([tableOf(instants.map((at) => [at, 1, Date.parse(at)]))]));
  // The reader cuts parts of a millisecond off.
  const read = rows.slice(1).map(([, , at]) => new Date(Math.round(Number(at) / 1000) * 1000).toISOString());
  expect(read).toEqual([
    "2026-01-16T00:30:00.000Z",
    "2026-07-16T00:30:59.000Z",
    "2026-10-25T02:30:00.000Z",
    "2026-10-25T02:30:00.000Z",
  ]);
});

test("the limits of a spreadsheet: a text is shortened, and rows go on in another sheet", async () => {
  const long = "😀".repeat(20_000);
  const [, first] = await readSheet(await bytesOf([tableOf([[long, 1, null]])]));
  expect(String(first?.[0])).toHaveLength(32_767);
  expect(String(first?.[0]).isWellFormed()).toBe(true);
  const file = await bytesOf([tableOf(Array.from({ length: 5 }, (_, n) => [`${n}`, n, null]))], { rowsPerSheet: 3 });
  const sheets = [];
  for (const name of ["People", "People (2)", "People (3)"]) sheets.push((await readSheet(file, name)).slice(1));
  expect(sheets.map((rows) => rows.map(([, n]) => n))).toEqual([[0, 1], [2, 3], [4]]);
});

test("whoever stops reading ends the making", async () => {
  let ended = false;
  const rows = (async function* () {
    try {
      for (let n = 0; ; n += 1) yield [[`${n} ${Math.random()}`.repeat(2000), n, null]];
    } finally {
      ended = true;
    }
  })();
  let pieces = 0;
  for await (const _ of writeXlsx([{ name: "People", columns, rows }], { timeZone: "UTC" })) if (++pieces > 5) break;
  expect(ended).toBe(true);
});
