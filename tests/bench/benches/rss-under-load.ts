import type { Bench } from "../bench.ts";
import { runLoad } from "../run-load.ts";
import { startServer } from "../start-server.ts";
import { lineOf } from "../statistics.ts";
import { claimRightAsking } from "./claim-right-check.ts";
import { lessonLoad } from "./lesson-page.ts";

/** The most memory that a server holds from its start on, while it answers the gate and serves lessons. */
export const rssUnderLoad: Bench = {
  lines: ["rss-under-load"],
  run: async (workshop, world) => {
    const made = await world();
    const server = await startServer(workshop, made.databaseUrl);
    await runLoad(workshop, "gate", { port: server.port, connections: 64, asking: claimRightAsking(made) });
    await runLoad(workshop, "lessons", { port: server.port, ...lessonLoad(made) });
    const megabytes = await server.stop();
    return [lineOf("rss-under-load", "MB", [megabytes])];
  },
};
