import type { Bench } from "../bench.ts";
import { firstVisitBytes } from "../first-visit.ts";
import { runLoad } from "../run-load.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";
import type { World } from "../world.ts";

const warmUpSeconds = 2;

/** Lesson pages for people who are signed in, and what the first visit to one brings over the wire. */
export const lessonPage: Bench = {
  lines: ["lesson-page", "lesson-page-p99", "lesson-page-bytes"],
  run: async (workshop, world) => {
    const made = await world();
    const { databaseUrl, cookies } = made;
    const server = await startServer(workshop, databaseUrl);
    const load = { port: server.port, ...lessonLoad(made) };
    const perSecond: number[] = [];
    const p99: number[] = [];
    await runLoad(workshop, "warming up", { ...load, seconds: warmUpSeconds });
    for (let round = 0; round < rounds; round++) {
      const found = await runLoad(workshop, "lessons", load);
      perSecond.push(found.perSecond);
      p99.push(found.p99Ms);
    }
    const bytes: number[] = [];
    for (const path of made.lessonPaths) {
      bytes.push(await firstVisitBytes(workshop, { port: server.port, path, cookie: cookies[0] ?? "" }));
    }
    await server.stop();
    return [
      lineOf("lesson-page", "pages/s", perSecond),
      lineOf("lesson-page-p99", "ms", p99),
      lineOf("lesson-page-bytes", "bytes", [Math.max(...bytes)]),
    ];
  },
};

export function lessonLoad({ lessonPaths, cookies }: World) {
  return { connections: 16, asking: { kind: "page" as const, paths: lessonPaths, cookies } };
}
