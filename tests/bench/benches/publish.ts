import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { runCleared } from "../run-cleared.ts";
import { lineOf, rounds } from "../statistics.ts";

/** `cleared content publish` into an empty database, from the start of the command to its end. */
export const publish: Bench = {
  lines: ["publish"],
  run: async (workshop) => {
    const seconds: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const file = join(workshop.folder, "publish.db");
      await runCleared(workshop, ["migrate"], `file:${file}`);
      seconds.push((await runCleared(workshop, ["content", "publish"], `file:${file}`)).seconds);
      workshop.say(`  published in ${seconds.at(-1)?.toFixed(1)} s`);
      rmSync(file);
    }
    return [lineOf("publish", "s", seconds)];
  },
};
