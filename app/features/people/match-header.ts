import { type FeedColumn, feedColumns } from "./feed-columns.ts";

export type HeaderMatch = { positions: Record<FeedColumn, number>; width: number } | { problem: string };

/** Finds each column by its name, whatever the order. Columns that the feed does not define are passed over. */
export function matchHeader(cells: string[]): HeaderMatch {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = feedColumns.filter((column) => !names.includes(column));
  if (missing.length > 0) return { problem: missingColumns(missing, cells) };
  const twice = feedColumns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0) return { problem: `The header names ${twice.join(", ")} more than once.` };
  const positions = Object.fromEntries(feedColumns.map((column) => [column, names.indexOf(column)]));
  return { positions: positions as Record<FeedColumn, number>, width: names.length };
}

function missingColumns(missing: FeedColumn[], cells: string[]): string {
  const lacks = `The header has no column ${missing.join(", ")}.`;
  const [only = ""] = cells;
  if (cells.length === 1 && /[;\t|]/.test(only)) return `${lacks} Columns must be separated by commas.`;
  return `${lacks} The first line must name every column of the HR feed: ${feedColumns.join(", ")}.`;
}
