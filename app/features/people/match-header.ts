import type { FeedShape } from "./feed-shape.ts";

export type HeaderMatch<Column extends string> =
  | { positions: Record<Column, number>; width: number }
  | { problem: string };

type Wanted<Column extends string> = Pick<FeedShape<Column>, "name" | "columns">;

/** Finds each column by its name, whatever the order. Columns that the feed does not define are passed over. */
export function matchHeader<Column extends string>(
  cells: string[],
  { name, columns }: Wanted<Column>,
): HeaderMatch<Column> {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) return { problem: missingColumns(missing, cells, { name, columns }) };
  const twice = columns.filter((column) => names.indexOf(column) !== names.lastIndexOf(column));
  if (twice.length > 0) return { problem: `The header names ${twice.join(", ")} more than once.` };
  const positions = Object.fromEntries(columns.map((column) => [column, names.indexOf(column)]));
  return { positions: positions as Record<Column, number>, width: names.length };
}

function missingColumns(missing: string[], cells: string[], { name, columns }: Wanted<string>): string {
  const lacks = `The header has no column ${missing.join(", ")}.`;
  const [only = ""] = cells;
  if (cells.length === 1 && /[;\t|]/.test(only)) return `${lacks} Columns must be separated by commas.`;
  return `${lacks} The first line must name every column of the ${name}: ${columns.join(", ")}.`;
}
