import { AppError } from "#app/platform/errors.ts";
import { checkRow } from "./check-row.ts";
import type { FeedShape, ShapedRow } from "./feed-shape.ts";
import { type HeaderMatch, matchHeader } from "./match-header.ts";
import { type CsvRecord, parseFeed } from "./parse-feed.server.ts";
import { readFeedFile } from "./read-feed-file.server.ts";
import type { Refusal } from "./refusal.ts";

export type Feed<Column extends string> = {
  name: string;
  /** SHA-256 of the file, hex. */
  hash: string;
  rows: ShapedRow<Column>[];
  /** Rows that cannot be taken apart into the columns. */
  broken: Refusal[];
};

type Input<Column extends string> = {
  file: string;
  shape: FeedShape<Column>;
  importYear: number;
  onProgress?: (done: number, total: number) => void;
};

/** Reads a file and applies the rules of a single row to each. Throws an AppError when it is no such file as a whole. */
export async function readFeed<Column extends string>({
  file,
  shape,
  importYear,
  onProgress,
}: Input<Column>): Promise<Feed<Column>> {
  const { name, bytes, hash } = await readFeedFile(file);
  const feed: Feed<Column> = { name, hash, rows: [], broken: [] };
  let header: Exclude<HeaderMatch<Column>, { problem: string }> | undefined;
  const onRecord = (record: CsvRecord) => {
    if (!header) {
      header = requireHeader(record, shape);
      return;
    }
    const { positions, width } = header;
    const { line, cells } = record;
    if (cells === null) feed.broken.push(unreadable(line, record.text));
    else if (cells.length !== width) feed.broken.push(wrongLength(line, cells, width));
    else feed.rows.push(checkRow({ line, valueIn: (column) => cells[positions[column]] ?? "" }, shape, importYear));
  };
  await parseFeed({ name, bytes, onRecord, onProgress });
  if (feed.rows.length + feed.broken.length === 0) {
    throw new AppError("validation-failed", `${name} names no ${shape.holds}. Nothing was imported.`);
  }
  return feed;
}

function requireHeader<Column extends string>({ cells }: CsvRecord, shape: FeedShape<Column>) {
  const match = matchHeader(cells ?? [], shape);
  if ("problem" in match) throw new AppError("validation-failed", `${match.problem} Nothing was imported.`);
  return match;
}

function unreadable(line: number, value: string): Refusal {
  const explanation = "The quotation marks of this row do not pair up, or the row is longer than 100,000 characters.";
  return { line, column: "", value, reason: "UNREADABLE_ROW", explanation };
}

function wrongLength(line: number, cells: string[], width: number): Refusal {
  const explanation = `The row has ${cells.length} ${cells.length === 1 ? "value" : "values"} where the header names ${width} columns.`;
  return { line, column: "", value: cells.join(","), reason: "ROW_LENGTH", explanation };
}
