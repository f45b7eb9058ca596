import type { FeedRow } from "./check-feed-row.ts";
import { checkManagers } from "./check-managers.ts";
import type { FeedRecord } from "./feed-columns.ts";
import { findRepeatedIds } from "./find-repeated-ids.ts";
import type { Refusal } from "./refusal.ts";

export type CheckedFeed = {
  accepted: FeedRecord[];
  /** In the order of the file. A row may have several. */
  refusals: Refusal[];
  /** Rows to which the refusals belong. */
  refused: number;
  /** Rows that repeat another one in every field, and so were counted once. */
  repeats: number;
  /** Accepted people whose manager's own row was refused. */
  waiting: number;
  idsInFile: ReadonlySet<string>;
  /** Employee ids of refused rows that say that the person has left. */
  refusedLeavers: string[];
};

type Input = {
  rows: FeedRow[];
  /** Rows of which nothing can be said but that they are broken. */
  broken: Refusal[];
  /** The people known before the import, with their managers. */
  known: ReadonlyMap<string, string | null>;
};

/** Sorts the rows of a file into those to import and those to refuse, by what they say of each other. */
export function checkFeed({ rows, broken, known }: Input): CheckedFeed {
  const { repeats, refusals: duplicates } = findRepeatedIds(rows);
  const counted = rows.filter((row) => !repeats.has(row));
  const idsInFile = new Set(counted.map((row) => row.values.employee_id));
  const good = counted.filter((row) => row.problems.length === 0 && !duplicates.has(row));
  const managers = checkManagers({ rows: good, idsInFile, known });
  const accepted = good.filter((row) => !managers.refusals.has(row));

  const refusals = [...broken];
  for (const row of counted) {
    refusals.push(...row.problems);
    const amongRows = duplicates.get(row) ?? managers.refusals.get(row);
    if (amongRows) refusals.push(amongRows);
  }
  const acceptedIds = new Set(accepted.map((row) => row.values.employee_id));
  const leavers = counted.filter((row) => row.values.employment_status === "Terminated");
  return {
    accepted: accepted.map((row) => row.values),
    refusals: refusals.sort((a, b) => a.line - b.line),
    refused: broken.length + counted.length - accepted.length,
    repeats: repeats.size,
    waiting: managers.waiting.length,
    idsInFile,
    refusedLeavers: leavers.map((row) => row.values.employee_id).filter((id) => !acceptedIds.has(id)),
  };
}
