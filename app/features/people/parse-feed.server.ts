import { CsvError, parse } from "csv-parse";
import { AppError } from "#app/platform/errors.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { countLineBreaks, nextLine } from "./physical-lines.ts";
import { shareStrings } from "./share-strings.ts";

/** One record of a file: its cells, or null where it cannot be read. `line` is the line on which it starts, from 1. */
export type CsvRecord = { line: number; cells: string[] } | { line: number; cells: null; text: string };

const chunkBytes = 64 * 1024;
const longestRecord = 100_000;
const mostUnreadable = 1000;

type Input = {
  name: string;
  bytes: Buffer;
  onRecord: (record: CsvRecord) => void;
  onProgress?: (done: number, total: number) => void;
};

/**
 * Hands on the records of a CSV file one by one. Where the quotation marks of one are broken, that line alone is given up and reading goes
 * on with the next line, so that a stray mark does not swallow the people below it. Throws an AppError when so many
 * lines are broken that the file is no CSV at all.
 */
export async function parseFeed({ name, bytes, onRecord, onProgress }: Input): Promise<void> {
  const share = shareStrings(20_000);
  let width: number | undefined;
  let unreadable = 0;
  let offset = 0;
  let line = 1;
  while (offset < bytes.length) {
    const from = offset;
    const take = (cells: string[], end: number) => {
      const breaks = countLineBreaks(bytes, offset, from + end);
      if (width !== undefined && hasSwallowedRows(cells, width)) throw new SwallowedRows();
      width ??= cells.length;
      if (cells.length > 1 || cells[0] !== "") onRecord({ line, cells: cells.map(share) });
      offset = from + end;
      line += breaks;
    };
    if (await readUntilBroken(bytes, from, take, onProgress)) break;

    unreadable += 1;
    if (unreadable > mostUnreadable) {
      throw new AppError(
        "validation-failed",
        `${name} has more than ${mostUnreadable} lines whose quotation marks do not pair up. Export it again as CSV. Nothing was imported.`,
      );
    }
    const next = nextLine(bytes, offset);
    onRecord({ line, cells: null, text: bytes.toString("utf8", offset, Math.min(next, offset + 1000)).trimEnd() });
    offset = next;
    line += 1;
  }
}

class SwallowedRows extends Error {}

/** A record over several lines that has the wrong length, or has a whole row inside one value. */
function hasSwallowedRows(cells: string[], width: number): boolean {
  const broken = cells.filter((cell) => cell.includes("\n") || cell.includes("\r"));
  return broken.length > 0 && (cells.length !== width || broken.some((cell) => cell.split(",").length >= width));
}

/** Hands each record to `take` with the offset of its end. False when a record is broken; then `take` had all before it. */
async function readUntilBroken(
  bytes: Buffer,
  from: number,
  take: (cells: string[], end: number) => void,
  onProgress: Input["onProgress"],
): Promise<boolean> {
  const parser = parse({
    bom: from === 0,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    max_record_size: longestRecord,
    on_record: (cells: string[], { bytes: end }: { bytes: number }) => {
      take(cells, end);
      return null;
    },
  });
  // Every failure reaches the callback of the write or the end below; this listener keeps it from ending the process.
  parser.on("error", () => {}).resume();
  try {
    for (let at = from; at < bytes.length; at += chunkBytes) {
      await new Promise<void>((resolve, reject) => {
        parser.write(bytes.subarray(at, at + chunkBytes), (error) => (error ? reject(error) : resolve()));
      });
      onProgress?.(Math.min(at + chunkBytes, bytes.length), bytes.length);
      await nextTurn();
    }
    await new Promise<void>((resolve, reject) => parser.once("error", reject).once("end", resolve).end());
    return true;
  } catch (error) {
    if (error instanceof CsvError || error instanceof SwallowedRows) return false;
    throw error;
  }
}
