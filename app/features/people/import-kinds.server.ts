import { createHash } from "node:crypto";
import { stringify } from "csv-stringify/sync";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { AppContext } from "#app/platform/app-context.ts";
import { type ImportTotals, imports } from "#app/platform/db.server.ts";
import { nameOfStarter } from "../work/name-of-starter.server.ts";
import { storeWorkFile } from "../work/store-work-file.server.ts";
import { withWorkFileOnDisk } from "../work/with-work-file-on-disk.server.ts";
import { type WorkJob, type WorkKind, type WorkOutcome, type WorkProgress, workKind } from "../work/work-kind.ts";
import { workList } from "../work/work-list.ts";
import { applyImport } from "./apply-import.server.ts";
import { byteOrderMark } from "./csv-text.ts";
import { hrFeed } from "./hr-feed.ts";
import { describeChange, type ImportChange, listImportChanges } from "./list-import-changes.ts";
import { type ImportPlan, type OnProgress, planImport } from "./plan-import.server.ts";
import { neutraliseFormula, visibleText } from "./visible-text.ts";
import { wholeNumber } from "./whole-number.ts";
import { refusalsCsv } from "./write-refusals.server.ts";

const previewInput = z.object({ fileId: z.string(), fileName: z.string() });
const applyInput = previewInput.extend({ previewId: z.string(), planHash: z.string() });

type PreviewInput = z.infer<typeof previewInput>;
export type ApplyInput = z.infer<typeof applyInput>;

const shownPeople = 20;
const linesAtOnce = 2000;

/** What an uploaded file of the HR feed would change, all of it, with the rows that would be refused. */
export const importPreviewKind: WorkKind = workKind({
  kind: "people_import_preview",
  ...workList.people_import_preview,
  readInput: (input): PreviewInput => previewInput.parse(input),
  run: async (job) => {
    const plan = await planOf(job);
    job.signal.throwIfAborted();
    const changes = [...listImportChanges(plan.comparison)];
    await keepLists(job, plan, changes);
    return {
      counts: countsOf(plan),
      notes: [...warningsOf(plan), ...firstChanges(changes)],
      data: { planHash: planHash(plan), changes: String(changes.length), ...job.input },
    };
  },
});

/**
 * Stores what a preview has shown, and only that: when the people or the rules have changed meanwhile, it is refused. The
 * import has the id of the work, so that a second run sees that the first one had stored it.
 */
export const importKind: WorkKind = workKind({
  kind: "people_import",
  ...workList.people_import,
  readInput: (input): ApplyInput => applyInput.parse(input),
  run: async (job) => {
    const { app, workId, input, startedBy } = job;
    const stored = await findImport(app, workId);
    if (stored) return { counts: { ...stored } };
    const plan = await planOf(job);
    if (planHash(plan) !== input.planHash) {
      const refusal =
        "The people have changed since the preview, so this file would do something else now. Nothing was imported. Upload the file again to see what it would change.";
      return { refusal };
    }
    const appliedBy = await nameOfStarter(app.db.read, startedBy);
    await applyImport({ ...app, plan, appliedBy, importId: workId, onProgress: told(job.progress) });
    await keepLists(job, plan, [...listImportChanges(plan.comparison)]);
    return { counts: countsOf(plan), notes: warningsOf(plan) };
  },
});

function planOf({ app, input, progress }: WorkJob<PreviewInput>): Promise<ImportPlan> {
  return withWorkFileOnDisk(app.db.read, { fileId: input.fileId, name: input.fileName }, (file) =>
    planImport({ ...app, feed: hrFeed, file, onProgress: told(progress) }),
  );
}

function told(progress: WorkProgress): OnProgress {
  return (phase, done, total) => progress(done, total, phase);
}

/** What a reader looks at before reading the file of all: the first people, a line each. */
function firstChanges(changes: readonly ImportChange[]) {
  const people = [...Map.groupBy(changes, ({ employeeId }) => employeeId).values()];
  const lines = people.slice(0, shownPeople).map((those) => describeChange(those));
  const more = people.length - lines.length;
  if (more > 0) lines.push(`… and ${wholeNumber(more)} more people; the file names every change.`);
  return lines.map((text) => ({ tone: "info" as const, text }));
}

function countsOf({ summary: { warnings: _, ...counts } }: ImportPlan): WorkOutcome["counts"] {
  return counts;
}

function warningsOf({ summary }: ImportPlan) {
  return summary.warnings
    .toSorted((a, b) => Number(b.grave) - Number(a.grave))
    .map(({ grave, message }) => ({ tone: grave ? ("stop" as const) : ("warn" as const), text: message }));
}

/** The same for the same changes, whenever they are worked out. */
function planHash({ comparison, fileHash }: ImportPlan): string {
  const hash = createHash("sha256").update(fileHash);
  for (const change of listImportChanges(comparison)) hash.update(JSON.stringify(change));
  return hash.digest("hex");
}

/** The rows that were refused and why, and every change, as files that can be had from the work's page. */
async function keepLists(
  { app, workId, claim, input, signal }: WorkJob<PreviewInput>,
  { refusals }: ImportPlan,
  changes: readonly ImportChange[],
): Promise<void> {
  const name = input.fileName.replace(/\.csv$/i, "");
  const file = { workId, mediaType: "text/csv; charset=utf-8" };
  if (refusals.length > 0) {
    const refused = { ...file, role: "refused" as const, name: `${name}.refused.csv` };
    await storeWorkFile(app, refused, [Buffer.from(refusalsCsv(refusals))], { signal, claim });
  }
  if (changes.length > 0) {
    const all = { ...file, role: "changes" as const, name: `${name}.changes.csv` };
    await storeWorkFile(app, all, changesCsv(changes), { signal, claim });
  }
}

function* changesCsv(changes: readonly ImportChange[]): Generator<Uint8Array> {
  yield Buffer.from(`${byteOrderMark}change,employee_id,name,field,before,after\n`);
  for (let first = 0; first < changes.length; first += linesAtOnce) {
    const lines = changes.slice(first, first + linesAtOnce);
    const rows = lines.map((one) =>
      [one.kind, one.employeeId, one.name, one.field, one.before, one.after].map((text) =>
        neutraliseFormula(visibleText(text)),
      ),
    );
    yield Buffer.from(stringify(rows));
  }
}

async function findImport({ db }: AppContext, id: string): Promise<ImportTotals | null> {
  const [row] = await db.read.select({ totals: imports.totals }).from(imports).where(eq(imports.id, id));
  return row?.totals ?? null;
}
