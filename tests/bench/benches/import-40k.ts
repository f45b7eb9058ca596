import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { makeDemoPeople } from "#app/features/demo/make-demo-people.ts";
import { feedColumns } from "#app/features/people/feed-columns.ts";
import type { Bench } from "../bench.ts";
import { runCleared } from "../run-cleared.ts";
import { lineOf, rounds } from "../statistics.ts";

const dayMs = 86_400_000;

/** The first load of a feed of 40,000 rows, from the start of the command to its end. */
export const import40k: Bench = {
  lines: ["import-40k", "import-40k-rss"],
  run: async (workshop) => {
    const feed = join(workshop.folder, "feed.csv");
    const people = makeDemoPeople({ openedAt: Date.now() - 75 * dayMs });
    writeFileSync(feed, stringify(people, { header: true, columns: [...feedColumns] }));
    const seconds: number[] = [];
    const megabytes: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const file = join(workshop.folder, "import.db");
      await runCleared(workshop, ["migrate"], `file:${file}`);
      const found = await runCleared(workshop, ["people", "import", feed], `file:${file}`);
      workshop.say(`  ${people.length} rows in ${found.seconds.toFixed(1)} s, ${found.megabytes.toFixed(0)} MB`);
      seconds.push(found.seconds);
      megabytes.push(found.megabytes);
      rmSync(file);
    }
    return [lineOf("import-40k", "s", seconds), lineOf("import-40k-rss", "MB", megabytes)];
  },
};
