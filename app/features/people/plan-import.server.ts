import type { Clock } from "#app/platform/clock.ts";
import type { Database, ImportTotals } from "#app/platform/db.server.ts";
import { nextTurn } from "#app/platform/next-turn.ts";
import { checkFeed } from "./check-feed.ts";
import { type Comparison, comparePeople } from "./compare-people.ts";
import { findWarnings } from "./find-warnings.ts";
import type { ImportWarning } from "./import-warning.ts";
import { listKnownPeople, peopleFingerprint } from "./list-known-people.server.ts";
import type { PeopleFeed } from "./people-feed.ts";
import { readFeed } from "./read-feed.server.ts";
import type { Refusal } from "./refusal.ts";

export type ImportPhase = "read" | "compare" | "write";
export type OnProgress = (phase: ImportPhase, done: number, total: number) => void;

type ImportSummary = ImportTotals & {
  /** Active people whom the file does not name. */
  missing: number;
  warnings: ImportWarning[];
};

/** What a file would change, worked out without writing anything. */
export type ImportPlan = {
  fileName: string;
  fileHash: string;
  summary: ImportSummary;
  comparison: Comparison;
  refusals: Refusal[];
  /** Nobody of the kind is known yet, so there is nothing that the file could damage. */
  firstLoad: boolean;
  /** For showing what it changes. */
  shown: Pick<PeopleFeed<string>, "movesTo" | "names">;
  /** The state of the people with which the file was compared. */
  fingerprint: string;
};

type Input<Column extends string> = {
  db: Database;
  clock: Clock;
  feed: PeopleFeed<Column>;
  file: string;
  onProgress?: OnProgress;
};

/** Reads, checks and compares a file of a feed. Throws an AppError when the file as a whole cannot be used. */
export async function planImport<Column extends string>(input: Input<Column>): Promise<ImportPlan> {
  const { db, clock, feed, file, onProgress } = input;
  const read = await readFeed({
    file,
    shape: feed,
    importYear: new Date(clock.now()).getUTCFullYear(),
    onProgress: (done, total) => onProgress?.("read", done, total),
  });

  // Before the people themselves, so that whatever changes meanwhile is noticed when the plan is applied.
  const fingerprint = await peopleFingerprint(db, db.read);
  const known = await listKnownPeople(db.read, feed.kind);
  onProgress?.("compare", 1, 3);
  await nextTurn();
  const now = clock.now();
  const checked = checkFeed({ ...read, feed, known });
  onProgress?.("compare", 2, 3);
  await nextTurn();
  const comparison = comparePeople({ feed, rows: checked.accepted, known, now });
  const { added, changed, moved, left, unchanged } = comparison;
  await nextTurn();
  const found = findWarnings({ feed, checked, comparison, known, now });
  onProgress?.("compare", 3, 3);
  return {
    fileName: read.name,
    fileHash: read.hash,
    summary: {
      rows: read.rows.length + read.broken.length,
      added: added.length,
      changed: changed.length,
      moved: moved.length,
      left: left.length,
      unchanged,
      refused: checked.refused,
      ...found,
    },
    comparison,
    refusals: checked.refusals,
    firstLoad: ![...known.values()].some((person) => person.kind === feed.kind),
    shown: { movesTo: feed.movesTo, names: feed.names },
    fingerprint,
  };
}
