import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { runCleared } from "../run-cleared.ts";
import { startServer } from "../start-server.ts";
import { lineOf } from "../statistics.ts";

const starts = 5;

/** From the start of `cleared serve` to the first yes of /readyz; the sources are compiled and cached before. */
export const coldStart: Bench = {
  lines: ["cold-start"],
  run: async (workshop) => {
    const databaseUrl = `file:${join(workshop.folder, "start.db")}`;
    await runCleared(workshop, ["migrate"], databaseUrl);
    await runCleared(workshop, ["content", "publish"], databaseUrl);
    const start = async () => {
      const server = await startServer(workshop, databaseUrl);
      await server.stop();
      return server.secondsToReady;
    };
    await start();
    const seconds: number[] = [];
    for (let n = 0; n < starts; n++) seconds.push(await start());
    workshop.say(`  ready after ${seconds.map((one) => one.toFixed(2)).join(", ")} s`);
    return [lineOf("cold-start", "s", seconds)];
  },
};
