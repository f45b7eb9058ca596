import { eq } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { watchings } from "#app/platform/db.server.ts";
import type { Bench } from "../bench.ts";
import { runChild } from "../child-work.ts";
import { withApp } from "../open-bench-app.ts";
import { prepareWatchers, watchedReplay } from "../prepare-watchers.ts";
import { startServer } from "../start-server.ts";
import { lineOf } from "../statistics.ts";
import type { WatchAnswer, WatchTask } from "../watch-load.ts";

const script = new URL("../watch-load.ts", import.meta.url);
const watchers = 4000;
const connections = 256;
const lessonsPerSecond = 20;
/** Two beats of everybody at least, however short the other rounds are. */
const leastSeconds = 20;
const warmUpSeconds = 10;

/** 4,000 people watch at once and others read lessons; then every acknowledged second is looked for. */
export const heartbeats: Bench = {
  lines: [
    "heartbeats",
    "heartbeats-p50",
    "heartbeats-p99",
    "heartbeats-refused",
    "heartbeats-lost",
    "heartbeats-cost",
    "heartbeats-lesson-p99",
  ],
  run: async (workshop, world) => {
    const { databaseUrl, cookies, lessonPaths } = await world();
    workshop.say(`  ${watchers} people open a replay`);
    const watching = await withApp(databaseUrl, (app) => prepareWatchers(app, watchers));
    const server = await startServer(workshop, databaseUrl);
    const pages = { perSecond: lessonsPerSecond, paths: lessonPaths, cookies };
    const seconds = Math.max(workshop.seconds, leastSeconds);
    const common = {
      port: server.port,
      origin: server.origin,
      replayId: watchedReplay,
      watchers: watching,
      connections,
    };
    const cpuBefore = server.cpuSeconds();
    const found = await runChild<WatchTask, WatchAnswer>(workshop, script, {
      ...common,
      warmUpSeconds,
      seconds,
      pages,
    });
    const cpu = server.cpuSeconds() - cpuBefore;
    await server.stop();
    workshop.say(
      `  ${found.beats} beats and ${found.pages} lessons in ${seconds} s, the server ${cpu.toFixed(1)} s busy`,
    );
    const refused = Object.values(found.refused).reduce((sum, count) => sum + count, 0);
    if (refused > 0) workshop.say(`  beats refused, by status: ${JSON.stringify(found.refused)}`);
    const lost = await withApp(databaseUrl, (app) => secondsLost(app, watching, found.acknowledged));
    return [
      lineOf("heartbeats", "beats/s", [found.perSecond]),
      lineOf("heartbeats-p50", "ms", [found.p50Ms]),
      lineOf("heartbeats-p99", "ms", [found.p99Ms]),
      lineOf("heartbeats-refused", "beats", [refused]),
      lineOf("heartbeats-lost", "s", [lost]),
      lineOf("heartbeats-cost", "ms of CPU", [(cpu * 1000) / found.sent]),
      lineOf("heartbeats-lesson-p99", "ms", [found.pageP99Ms]),
    ];
  },
};

/** Seconds that were acknowledged and are not stored, and seconds that are stored and were not played. */
async function secondsLost(
  { db }: AppContext,
  people: { personId: string }[],
  acknowledged: number[],
): Promise<number> {
  const rows = await db.read.select().from(watchings).where(eq(watchings.replayId, watchedReplay));
  const stored = new Map(rows.map(({ personId, segments }) => [personId, segments]));
  const wrong = people.map(({ personId }, n) => {
    const [[start, end] = [0, 0], ...others] = stored.get(personId) ?? [];
    return start + others.length * 1000 + Math.abs(end - (acknowledged[n] ?? 0));
  });
  return wrong.reduce((sum, ms) => sum + ms, 0) / 1000;
}
