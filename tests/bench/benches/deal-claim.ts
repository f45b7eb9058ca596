import { join } from "node:path";
import type { Bench } from "../bench.ts";
import { runChild } from "../child-work.ts";
import type { CommitTask } from "../commit-rate.ts";
import { runLoad } from "../run-load.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";

const script = new URL("../commit-rate.ts", import.meta.url);
const warmUpSeconds = 2;

/** Recorded deal claims against single rows, each durable before it is acknowledged, on the same disk. */
export const dealClaim: Bench = {
  lines: ["deal-claim"],
  run: async (workshop, world) => {
    const { databaseUrl, token, allowedIds } = await world();
    const server = await startServer(workshop, databaseUrl);
    const asking = { kind: "deal-claim" as const, token, employeeIds: allowedIds, prefix: `B${process.pid}` };
    const load = { port: server.port, connections: 64, asking };
    const commits = { file: join(workshop.folder, "commits.db"), seconds: workshop.seconds };
    const ours: number[] = [];
    const theirs: number[] = [];
    await runLoad(workshop, "warming up", { ...load, seconds: warmUpSeconds });
    for (let round = 0; round < rounds; round++) {
      ours.push((await runLoad(workshop, "claims", load)).perSecond);
      const { perSecond } = await runChild<CommitTask, { perSecond: number }>(workshop, script, commits);
      workshop.say(`  commits: ${perSecond.toFixed(0)} a second`);
      theirs.push(perSecond);
    }
    await server.stop();
    return [lineOf("deal-claim", "claims/s", ours, theirs)];
  },
};
