import type { FeedValues, ShapedRow } from "./feed-shape.ts";
import { findRepeatedIds } from "./find-repeated-ids.ts";
import type { KnownPeople, PeopleFeed } from "./people-feed.ts";
import type { Refusal } from "./refusal.ts";

export type CheckedFeed<Column extends string> = {
  accepted: FeedValues<Column>[];
  /** In the order of the file. A row may have several. */
  refusals: Refusal[];
  /** Rows to which the refusals belong. */
  refused: number;
  /** Rows that repeat another one in every field, and so were counted once. */
  repeats: number;
  /** Accepted people who name somebody whose own row was refused. */
  waiting: number;
  idsInFile: ReadonlySet<string>;
  /** Ids of refused rows that say that the person has left. */
  refusedLeavers: string[];
};

type Input<Column extends string> = {
  feed: PeopleFeed<Column>;
  rows: ShapedRow<Column>[];
  /** Rows of which nothing can be said but that they are broken. */
  broken: Refusal[];
  /** The people known before the import. */
  known: KnownPeople;
};

/** Sorts the rows of a file into those to import and those to refuse, by what they say of each other. */
export function checkFeed<Column extends string>({ feed, rows, broken, known }: Input<Column>): CheckedFeed<Column> {
  const idOf = ({ values }: ShapedRow<Column>) => values[feed.id.column];
  const { repeats, refusals: duplicates } = findRepeatedIds(rows, feed);
  const counted = rows.filter((row) => !repeats.has(row));
  const idsInFile = new Set(counted.map(idOf));
  const good = counted.filter((row) => row.problems.length === 0 && !duplicates.has(row));
  const among = feed.checkAmong({ rows: good, idsInFile, known });
  const accepted = good.filter((row) => !among.refusals.has(row));

  const refusals = [...broken];
  for (const row of counted) {
    refusals.push(...row.problems);
    const amongRows = duplicates.get(row) ?? among.refusals.get(row);
    if (amongRows) refusals.push(amongRows);
  }
  const acceptedIds = new Set(accepted.map(idOf));
  const leavers = counted.filter((row) => feed.saysLeft(row.values));
  return {
    accepted: accepted.map((row) => row.values),
    refusals: refusals.sort((a, b) => a.line - b.line),
    refused: broken.length + counted.length - accepted.length,
    repeats: repeats.size,
    waiting: among.waiting.length,
    idsInFile,
    refusedLeavers: leavers.map(idOf).filter((id) => !acceptedIds.has(id)),
  };
}
