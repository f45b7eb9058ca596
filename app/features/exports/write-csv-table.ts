import { stringify } from "csv-stringify/sync";
import { byteOrderMark, csvText } from "../people/csv-text.ts";
import type { Cell, Column, Table } from "./table.ts";

/**
 * A table as CSV, some lines at a time: UTF-8 with a byte order mark, one header line, instants as ISO 8601 in UTC, the
 * same in every time zone. What a spreadsheet would run as a formula is marked as text.
 */
export async function* writeCsvTable({ columns, rows }: Table): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode(byteOrderMark + stringify([columns.map(({ key }) => csvText(key))]));
  for await (const some of rows) {
    const lines = some.map((row) => row.map((cell, place) => csvCell(cell, columns[place])));
    yield encoder.encode(stringify(lines));
    await new Promise((resume) => setImmediate(resume));
  }
}

function csvCell(cell: Cell, column: Column | undefined): string {
  if (cell === null) return "";
  if (typeof cell === "string") return csvText(cell);
  return column?.kind === "instant" ? new Date(cell).toISOString() : String(cell);
}
