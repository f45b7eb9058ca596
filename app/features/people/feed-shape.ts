import type { Finding, Refusal } from "./refusal.ts";

/** The values of one row by column. */
export type FeedValues<Column extends string> = Record<Column, string>;

/** What the rows of one kind of file are: its columns and the rules of each. */
export type FeedShape<Column extends string> = {
  /** As sentences call it, such as `HR feed`. */
  name: string;
  /** What a file without rows names none of, such as `people`. */
  holds: string;
  /** All of them must be there, in any order; which values may be empty is a rule of the row. */
  columns: readonly Column[];
  /** The column that says whom or what a row is about, and what its values are called. */
  id: { column: Column; name: string };
  /** `importYear` bounds dates that cannot lie far ahead. */
  rules: Record<Column, (value: string, importYear: number) => Finding[]>;
  /** What must hold among the values of a row, asked when each of them is right. */
  checkTogether: (values: FeedValues<Column>) => (Finding & { column: Column })[];
};

/** A row with its values cleaned and everything that is wrong with it by itself. */
export type ShapedRow<Column extends string> = {
  line: number;
  values: FeedValues<Column>;
  problems: readonly Refusal[];
};
