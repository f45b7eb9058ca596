import { cleanText } from "./clean-text.ts";
import type { FeedShape, FeedValues, ShapedRow } from "./feed-shape.ts";
import type { Refusal } from "./refusal.ts";

/** One list for all the rows without problems, which are nearly all. */
const noProblems: readonly Refusal[] = [];

type Row<Column extends string> = { line: number; valueIn: (column: Column) => string };

/** Applies the rules that a row must meet whatever the other rows say. */
export function checkRow<Column extends string>(
  { line, valueIn }: Row<Column>,
  shape: FeedShape<Column>,
  importYear: number,
): ShapedRow<Column> {
  const values = {} as FeedValues<Column>;
  const problems: Refusal[] = [];
  for (const column of shape.columns) {
    const value = cleanText(valueIn(column));
    values[column] = value;
    for (const found of shape.rules[column](value, importYear)) problems.push({ line, column, value, ...found });
  }
  if (problems.length === 0) {
    for (const found of shape.checkTogether(values)) problems.push({ line, value: values[found.column], ...found });
  }
  return { line, values, problems: problems.length > 0 ? problems : noProblems };
}
