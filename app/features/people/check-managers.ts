import type { FeedColumn } from "./feed-columns.ts";
import type { ShapedRow } from "./feed-shape.ts";
import type { Refusal } from "./refusal.ts";
import { findLoops } from "./reporting-tree.ts";

type FeedRow = ShapedRow<FeedColumn>;

type Input = {
  /** Rows that meet every other rule, one for each employee id. */
  rows: FeedRow[];
  /** Every employee id that stands in the file, on refused rows too. */
  idsInFile: ReadonlySet<string>;
  /** The people known before the import, with their managers. */
  known: ReadonlyMap<string, string | null>;
};

export type ManagerCheck = {
  refusals: Map<FeedRow, Refusal>;
  /** Rows to import whose manager is not known yet, because the manager's own row was refused. */
  waiting: FeedRow[];
};

/**
 * Refuses rows whose manager is nowhere, and rows on a loop of the tree as it would be after the import. A refused row
 * leaves what was known of its person in force, which may close another loop; so it looks again until there is none.
 */
export function checkManagers({ rows, idsInFile, known }: Input): ManagerCheck {
  const refusals = new Map<FeedRow, Refusal>();
  const accepted = new Map(rows.map((row) => [row.values.employee_id, row]));
  const refuse = (row: FeedRow, reason: "UNKNOWN_MANAGER" | "MANAGER_LOOP", explanation: string) => {
    const value = row.values.manager_employee_id;
    refusals.set(row, { line: row.line, column: "manager_employee_id", value, reason, explanation });
    accepted.delete(row.values.employee_id);
  };

  for (const row of rows) {
    const manager = row.values.manager_employee_id;
    if (manager !== "" && !idsInFile.has(manager) && !known.has(manager)) {
      refuse(row, "UNKNOWN_MANAGER", "No person with this employee id is known or stands in the file.");
    }
  }
  for (let found = true; found; ) {
    found = false;
    for (const loop of findLoops(treeAfter(accepted, known))) {
      for (const [index, id] of loop.entries()) {
        const row = accepted.get(id);
        if (row) refuse(row, "MANAGER_LOOP", describeLoop(loop, index));
        found ||= row !== undefined;
      }
    }
  }
  const waiting = [...accepted.values()].filter(({ values: { manager_employee_id: manager } }) => {
    return manager !== "" && !accepted.has(manager) && !known.has(manager);
  });
  return { refusals, waiting };
}

function treeAfter(accepted: Map<string, FeedRow>, known: Input["known"]): Map<string, string | null> {
  const managerOf = new Map(known);
  for (const [id, row] of accepted) managerOf.set(id, row.values.manager_employee_id || null);
  return managerOf;
}

function describeLoop(loop: string[], from: number): string {
  if (loop.length === 1) return "The person is named as their own manager.";
  const shown = Array.from({ length: Math.min(loop.length, 8) }, (_, n) => loop[(from + n) % loop.length]);
  const rest = loop.length > shown.length ? [`${loop.length - shown.length} more`] : [];
  return `The managers form a loop: ${[...shown, ...rest, loop[from]].join(" → ")}.`;
}
