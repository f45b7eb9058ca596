import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { type Database, imports } from "#app/platform/db.server.ts";
import { feedColumns } from "../people/feed-columns.ts";
import { hrFeed } from "../people/hr-feed.ts";
import { importPeople } from "../people/import-people.server.ts";
import { dayMs, daysOfHistory } from "./demo-timeline.ts";
import { demoImport, ofDemoImport } from "./is-demo-database.server.ts";
import { makeDemoPeople } from "./make-demo-people.ts";

/**
 * Imports the demo's HR feed, as of the day on which the story begins, unless that was done before. Returns the instant
 * at which the story begins.
 */
export async function seedPeople(
  db: Database,
  given: { now: number; size: number | undefined; onProgress: (done: number, total: number) => void },
): Promise<number> {
  const [before] = await db.read.select({ at: imports.appliedAt }).from(imports).where(ofDemoImport);
  if (before) return before.at;
  const openedAt = given.now - daysOfHistory * dayMs;
  const folder = await mkdtemp(join(tmpdir(), "cleared-demo-"));
  try {
    const file = join(folder, demoImport.fileName);
    const rows = makeDemoPeople({ size: given.size, openedAt });
    await writeFile(file, stringify(rows, { header: true, columns: [...feedColumns] }));
    const { result, plan } = await importPeople({
      db,
      feed: hrFeed,
      clock: { now: () => openedAt },
      file,
      appliedBy: demoImport.appliedBy,
      confirm: () => Promise.resolve(true),
      onProgress: (phase, done, total) => {
        if (phase === "write") given.onProgress(done, total);
      },
    });
    if (result !== "applied" || plan.summary.refused > 0) {
      throw new Error(`The demo's people could not be imported: ${plan.summary.refused} rows were refused.`);
    }
    return openedAt;
  } finally {
    await rm(folder, { recursive: true });
  }
}
