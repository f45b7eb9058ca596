import type { AssessmentAnswer, AssessmentTask } from "../assessment-load.ts";
import type { Bench } from "../bench.ts";
import { runChild } from "../child-work.ts";
import { withApp } from "../open-bench-app.ts";
import { prepareLearners } from "../prepare-learners.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";

const script = new URL("../assessment-load.ts", import.meta.url);
const atOnce = 64;
const warmingUp = 8;

/** Start, every answer, submit, result: by 64 reps at once, who each do it once a round. */
export const assessmentCycle: Bench = {
  lines: ["assessment-cycle", "assessment-cycle-requests"],
  run: async (workshop, world) => {
    const { databaseUrl } = await world();
    workshop.say("  reps read their lessons");
    const cookies = await withApp(databaseUrl, (app) => prepareLearners(app, warmingUp + rounds * atOnce));
    const server = await startServer(workshop, databaseUrl);
    const cycle = async (count: number) => {
      const task = { port: server.port, origin: server.origin, cookies: cookies.splice(0, count) };
      const { cycles, requests, seconds } = await runChild<AssessmentTask, AssessmentAnswer>(workshop, script, task);
      workshop.say(
        `  ${cycles} cycles in ${seconds.toFixed(1)} s: ${(requests / seconds).toFixed(0)} requests a second`,
      );
      return { perSecond: cycles / seconds, requests: requests / cycles };
    };
    await cycle(warmingUp);
    const found = [];
    for (let round = 0; round < rounds; round++) found.push(await cycle(atOnce));
    await server.stop();
    return [
      lineOf(
        "assessment-cycle",
        "cycles/s",
        found.map(({ perSecond }) => perSecond),
      ),
      lineOf("assessment-cycle-requests", "requests", [found[0]?.requests ?? 0]),
    ];
  },
};
