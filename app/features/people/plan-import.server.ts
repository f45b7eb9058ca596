import type { Clock } from "#app/platform/clock.ts";
import type { Database, ImportTotals } from "#app/platform/db.server.ts";
import { checkFeed } from "./check-feed.ts";
import { type Comparison, comparePeople } from "./compare-people.ts";
import { findWarnings, type ImportWarning } from "./find-warnings.ts";
import { listKnownPeople, peopleFingerprint } from "./list-known-people.server.ts";
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
  /** No rep is known yet, so there is nothing that the file could damage. */
  firstLoad: boolean;
  /** The state of the people with which the file was compared. */
  fingerprint: string;
};

type Input = { db: Database; clock: Clock; file: string; onProgress?: OnProgress };

/** Reads, checks and compares a file of the HR feed. Throws an AppError when the file as a whole cannot be used. */
export async function planImport({ db, clock, file, onProgress }: Input): Promise<ImportPlan> {
  const feed = await readFeed({
    file,
    importYear: new Date(clock.now()).getUTCFullYear(),
    onProgress: (done, total) => onProgress?.("read", done, total),
  });

  // Before the people themselves, so that whatever changes meanwhile is noticed when the plan is applied.
  const fingerprint = await peopleFingerprint(db, db.read);
  const known = await listKnownPeople(db.read);
  onProgress?.("compare", 1, 3);
  const now = clock.now();
  const managers = new Map([...known].map(([id, person]) => [id, person.managerEmployeeId]));
  const checked = checkFeed({ ...feed, known: managers });
  onProgress?.("compare", 2, 3);
  const comparison = comparePeople(checked.accepted, known, now);
  const { added, changed, moved, left, unchanged } = comparison;
  const found = findWarnings({ checked, comparison, known, now });
  onProgress?.("compare", 3, 3);
  return {
    fileName: feed.name,
    fileHash: feed.hash,
    summary: {
      rows: feed.rows.length + feed.broken.length,
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
    firstLoad: ![...known.values()].some((person) => person.kind === "rep"),
    fingerprint,
  };
}
