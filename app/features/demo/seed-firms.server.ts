import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import type { Database } from "#app/platform/db.server.ts";
import { firmColumns } from "../firms/firm-feed.ts";
import { importFirms } from "../firms/import-firms.server.ts";
import { partnerColumns } from "../partners/partner-feed.ts";
import { readPartnerFeed } from "../partners/read-partner-feed.server.ts";
import { importPeople } from "../people/import-people.server.ts";
import { makeDemoFirms } from "./demo-firms.ts";
import { dayMs } from "./demo-timeline.ts";
import { makeDemoPartners } from "./make-demo-partners.ts";

/** Imports the demo's firms and their people, as of the day on which the story begins; again changes nothing. */
export async function seedFirms(db: Database, { openedAt }: { openedAt: number }): Promise<void> {
  const closedOn = new Date(openedAt + 50 * dayMs).toISOString().slice(0, 10);
  const firms = makeDemoFirms({ closedOn });
  const given = { db, clock: { now: () => openedAt }, appliedBy: "demo" };
  const folder = await mkdtemp(join(tmpdir(), "cleared-demo-"));
  try {
    const firmsFile = join(folder, "demo-firms.csv");
    const rows = firms.map(({ values }) => values);
    await writeFile(firmsFile, stringify(rows, { header: true, columns: [...firmColumns] }));
    const { comparison } = await importFirms({ ...given, file: firmsFile });
    const file = join(folder, "demo-partners.csv");
    await writeFile(file, stringify(makeDemoPartners(firms), { header: true, columns: [...partnerColumns] }));
    const feed = await readPartnerFeed(given);
    const { plan } = await importPeople({ ...given, feed, file, confirm: () => Promise.resolve(true) });
    const refused = comparison.refused + plan.summary.refused;
    if (refused > 0) throw new Error(`The demo's firms could not be imported: ${refused} rows were refused.`);
  } finally {
    await rm(folder, { recursive: true });
  }
}
