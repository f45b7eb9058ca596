import type { FeedShape, ShapedRow } from "./feed-shape.ts";
import type { Refusal } from "./refusal.ts";
import { wholeNumber } from "./whole-number.ts";

const shownLines = 10;

/**
 * Rows that share an id. Where they are the same in every field, the first one counts and the others are
 * `repeats`; otherwise nobody can tell which is right, and there is a refusal for each of them.
 */
export function findRepeatedIds<Column extends string>(
  rows: ShapedRow<Column>[],
  { id: { column, name }, columns }: Pick<FeedShape<Column>, "id" | "columns">,
): { repeats: Set<ShapedRow<Column>>; refusals: Map<ShapedRow<Column>, Refusal> } {
  const byId = new Map<string, ShapedRow<Column>[]>();
  for (const row of rows) {
    const id = row.values[column];
    if (id === "") continue;
    const same = byId.get(id);
    if (same) same.push(row);
    else byId.set(id, [row]);
  }
  const repeats = new Set<ShapedRow<Column>>();
  const refusals = new Map<ShapedRow<Column>, Refusal>();
  for (const [id, same] of byId) {
    const [first, ...others] = same;
    if (!first || others.length === 0) continue;
    if (others.every((other) => columns.every((one) => other.values[one] === first.values[one]))) {
      // A row with problems is refused as often as it stands in the file.
      if (first.problems.length === 0) for (const other of others) repeats.add(other);
    } else {
      for (const row of same) {
        const explanation = `The same ${name} stands with other values on ${otherLines(row, same)}, and nobody can tell which is right.`;
        refusals.set(row, { line: row.line, column, value: id, reason: "DUPLICATE_ID", explanation });
      }
    }
  }
  return { repeats, refusals };
}

function otherLines(row: { line: number }, same: { line: number }[]): string {
  const lines = same.slice(0, shownLines + 1).filter((other) => other !== row);
  const shown = lines.slice(0, shownLines).map((other) => other.line);
  const more = same.length - 1 - shown.length;
  return `line ${shown.join(", ")}${more > 0 ? ` and ${wholeNumber(more)} more` : ""}`;
}
