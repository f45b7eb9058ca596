/**
 * What a file of rows is made of. A text is a text; a number is an instant (milliseconds since 1970 UTC) in a column of
 * instants and a count elsewhere; null is an empty cell.
 */
export type Cell = string | number | null;

export type Column = {
  /** The name in CSV, for programs. */
  key: string;
  /** The name in a spreadsheet, for people. */
  title: string;
  kind: "text" | "count" | "instant";
  /** In characters of the spreadsheet's font. */
  width: number;
};

export type Table = {
  name: string;
  columns: readonly Column[];
  /** Some rows at a time, so that others get their turn in between and memory holds only those. */
  rows: Iterable<Cell[][]> | AsyncIterable<Cell[][]>;
};
