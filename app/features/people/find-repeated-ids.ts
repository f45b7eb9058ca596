import type { FeedRow } from "./check-feed-row.ts";
import { feedColumns } from "./feed-columns.ts";
import type { Refusal } from "./refusal.ts";

const shownLines = 10;

/**
 * Rows that share an employee id. Where they are the same in every field, the first one counts and the others are
 * `repeats`; otherwise nobody can tell which is right, and there is a refusal for each of them.
 */
export function findRepeatedIds(rows: FeedRow[]): { repeats: Set<FeedRow>; refusals: Map<FeedRow, Refusal> } {
  const byId = new Map<string, FeedRow[]>();
  for (const row of rows) {
    if (row.values.employee_id === "") continue;
    const same = byId.get(row.values.employee_id);
    if (same) same.push(row);
    else byId.set(row.values.employee_id, [row]);
  }
  const repeats = new Set<FeedRow>();
  const refusals = new Map<FeedRow, Refusal>();
  for (const [id, same] of byId) {
    const [first, ...others] = same;
    if (!first || others.length === 0) continue;
    if (others.every((other) => feedColumns.every((column) => other.values[column] === first.values[column]))) {
      // A row with problems is refused as often as it stands in the file.
      if (first.problems.length === 0) for (const other of others) repeats.add(other);
    } else for (const row of same) refusals.set(row, duplicate(row, id, same));
  }
  return { repeats, refusals };
}

function duplicate(row: FeedRow, id: string, same: FeedRow[]): Refusal {
  const lines = same.slice(0, shownLines + 1).filter((other) => other !== row);
  const shown = lines.slice(0, shownLines).map((other) => other.line);
  const more = same.length - 1 - shown.length;
  const named = shown.join(", ") + (more > 0 ? ` and ${more} more` : "");
  return {
    line: row.line,
    column: "employee_id",
    value: id,
    reason: "DUPLICATE_ID",
    explanation: `The same employee id stands with other values on line ${named}, and nobody can tell which is right.`,
  };
}
