import type { Clock } from "#app/platform/clock.ts";
import { type Database, imports } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { readFeed } from "../people/read-feed.server.ts";
import { refusedFileOf, writeRefusals } from "../people/write-refusals.server.ts";
import { compareFirms, type FirmComparison } from "./compare-firms.ts";
import { firmFeed } from "./firm-feed.ts";
import { readFirms } from "./read-firms.server.ts";
import { storeFirms } from "./store-firms.server.ts";

export type FirmImport = {
  fileName: string;
  rows: number;
  comparison: FirmComparison;
  result: "applied" | "nothing-changed" | "dry-run";
  /** Where the refused rows are listed; null when there are none, or when nothing was to be written. */
  refusedFile: string | null;
};

type Input = {
  db: Database;
  clock: Clock;
  /** The path of the CSV file. */
  file: string;
  appliedBy: string;
  refusedFile?: string;
  dryRun?: boolean;
};

/**
 * Imports a list of firms: every good row in one transaction, every refused row into a list. Firms that the file does not
 * name stay as they are. Throws an AppError when the file as a whole cannot be used, or when the firms changed meanwhile.
 */
export async function importFirms({ db, clock, file, ...given }: Input): Promise<FirmImport> {
  const { name, hash, rows, broken } = await readFeed({
    file,
    shape: firmFeed,
    importYear: new Date(clock.now()).getUTCFullYear(),
  });
  const known = await readFirms(db.read);
  const comparison = compareFirms({ rows, broken, known });
  const listed = given.refusedFile ?? (given.dryRun ? null : refusedFileOf(file));
  const refusedFile =
    listed === null ? null : await writeRefusals(comparison.refusals, { path: listed, feedFile: file });
  const told = { fileName: name, rows: rows.length + broken.length, comparison, refusedFile };
  const changes = [...comparison.added, ...comparison.changed];
  if (changes.length === 0) return { ...told, result: "nothing-changed" };
  if (given.dryRun) return { ...told, result: "dry-run" };

  await db.write(async (tx) => {
    if (JSON.stringify(await readFirms(tx)) !== JSON.stringify(known)) throw changedMeanwhile();
    const at = clock.now();
    const totals = { rows: told.rows, added: comparison.added.length, changed: comparison.changed.length };
    const rest = { moved: 0, left: 0, unchanged: comparison.unchanged, refused: comparison.refused };
    await tx.insert(imports).values({
      ...{ id: newId(), fileName: name, fileHash: hash, appliedAt: at, appliedBy: given.appliedBy },
      totals: { ...totals, ...rest },
    });
    await storeFirms(tx, { changes, at });
  });
  return { ...told, result: "applied" };
}

function changedMeanwhile(): AppError {
  return new AppError(
    "conflict",
    "Somebody changed the firms while this file was being compared with them. Nothing was imported. Run the import again.",
  );
}
