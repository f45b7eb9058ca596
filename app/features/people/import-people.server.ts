import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { applyImport } from "./apply-import.server.ts";
import type { PeopleFeed } from "./people-feed.ts";
import { type ImportPlan, type OnProgress, planImport } from "./plan-import.server.ts";
import { refusedFileOf, writeRefusals } from "./write-refusals.server.ts";

export type ImportOutcome = {
  plan: ImportPlan;
  result: "applied" | "nothing-changed" | "not-confirmed" | "dry-run";
  /** Where the refused rows are listed; null when there are none, or when nothing was to be written. */
  refusedFile: string | null;
};

type Input<Column extends string> = {
  db: Database;
  clock: Clock;
  /** Which kind of file it is. */
  feed: PeopleFeed<Column>;
  /** The path of the CSV file. */
  file: string;
  appliedBy: string;
  /** Where to list refused rows; beside the file when not given. */
  refusedFile?: string;
  /** Compare only. Refused rows are then listed only where `refusedFile` names a place. */
  dryRun?: boolean;
  /** Asked before a change of people who are known already; not asked at the first load or when nothing changes. */
  confirm: (plan: ImportPlan) => Promise<boolean>;
  onProgress?: OnProgress;
};

/**
 * Imports a file of a feed: every good row, in one transaction; every refused row into a list. Throws an AppError
 * when the file as a whole cannot be used, or when the people changed while it was being compared.
 */
export async function importPeople<Column extends string>(input: Input<Column>): Promise<ImportOutcome> {
  const plan = await planImport(input);
  const listed = input.refusedFile ?? (input.dryRun ? null : refusedFileOf(input.file));
  const refusedFile =
    listed === null ? null : await writeRefusals(plan.refusals, { path: listed, feedFile: input.file });
  return { plan, refusedFile, result: await decide(input, plan) };
}

type Decision = Omit<Input<string>, "feed">;

async function decide(input: Decision, plan: ImportPlan): Promise<ImportOutcome["result"]> {
  const { added, changed, moved, left } = plan.summary;
  if (added + changed + moved + left === 0) return "nothing-changed";
  if (input.dryRun) return "dry-run";
  if (!plan.firstLoad && !(await input.confirm(plan))) return "not-confirmed";
  await applyImport({ ...input, plan });
  return "applied";
}
