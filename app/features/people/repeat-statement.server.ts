import { sql } from "drizzle-orm";

/** With 23 columns far below the parameters that either engine allows in one statement. */
export const rowsPerStatement = 200;

/** A statement that has been built and can be run with other values again and again. */
type Prepared = { execute: (values: Record<string, unknown>) => PromiseLike<unknown> };

/**
 * Makes a function that writes rows by the statement that `build` gives for them, with placeholders for their values.
 * The statement for a full chunk of `rowsPerStatement` is built once, because building takes longer than running.
 */
export function repeatStatement<Row extends object>(build: (placeholders: Row[]) => Prepared) {
  let full: Prepared | undefined;
  return async (rows: Row[]): Promise<void> => {
    if (rows.length === 0) return;
    const isFull = rows.length === rowsPerStatement;
    const statement = (isFull && full) || build(rows.map(placeholdersOf));
    if (isFull) full = statement;
    await statement.execute(valuesOf(rows));
  };
}

function placeholdersOf<Row extends object>(row: Row, index: number): Row {
  const names = Object.keys(row).map((column) => [column, sql.placeholder(`${index}.${column}`)]);
  // A placeholder stands where a value of the row would stand, which the types of a table do not tell.
  return Object.fromEntries(names) as Row;
}

function valuesOf(rows: object[]): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [index, row] of rows.entries()) {
    for (const [column, value] of Object.entries(row)) values[`${index}.${column}`] = value;
  }
  return values;
}
