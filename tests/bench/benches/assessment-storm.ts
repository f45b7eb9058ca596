import { inArray } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { attemptAnswers, attempts } from "#app/platform/db.server.ts";
import type { Bench } from "../bench.ts";
import { runChild } from "../child-work.ts";
import { withApp } from "../open-bench-app.ts";
import { prepareReaders } from "../prepare-readers.ts";
import { startServer } from "../start-server.ts";
import { lineOf } from "../statistics.ts";
import type { Acknowledged, StormAnswer, StormTask } from "../storm-load.ts";

const script = new URL("../storm-load.ts", import.meta.url);
const reps = 2000;
const connections = 64;
const attemptsAQuery = 500;

/** 2,000 reps in the assessment at once, question by question; then every acknowledged answer is looked for. */
export const assessmentStorm: Bench = {
  lines: ["assessment-storm", "assessment-storm-p50", "assessment-storm-p99", "assessment-storm-lost"],
  run: async (workshop, world) => {
    const { databaseUrl } = await world();
    workshop.say(`  ${reps} reps have read their lessons`);
    const cookies = await withApp(databaseUrl, (app) => prepareReaders(app, reps));
    const server = await startServer(workshop, databaseUrl);
    const task = { port: server.port, origin: server.origin, cookies, connections };
    const found = await runChild<StormTask, StormAnswer>(workshop, script, task);
    await server.stop();
    const { posts, seconds, p50Ms, p99Ms, requests, acknowledged } = found;
    workshop.say(`  ${posts} answers in ${seconds.toFixed(1)} s, ${(requests / seconds).toFixed(0)} requests a second`);
    const lost = await withApp(databaseUrl, (app) => countLost(app, acknowledged));
    if (lost > 0) workshop.say(`  ${lost} acknowledged answers are not in the database`);
    return [
      lineOf("assessment-storm", "answers/s", [posts / seconds]),
      lineOf("assessment-storm-p50", "ms", [p50Ms]),
      lineOf("assessment-storm-p99", "ms", [p99Ms]),
      lineOf("assessment-storm-lost", "answers", [lost]),
    ];
  },
};

/** How many acknowledged answers are not stored as they were given. */
async function countLost({ db }: AppContext, acknowledged: Acknowledged[]): Promise<number> {
  const ids = [...new Set(acknowledged.map(({ attempt }) => attempt))];
  const forms = new Map<string, (typeof attempts.$inferSelect)["form"]>();
  const stored = new Map<string, string>();
  for (let first = 0; first < ids.length; first += attemptsAQuery) {
    const some = ids.slice(first, first + attemptsAQuery);
    const rows = await db.read.select().from(attempts).where(inArray(attempts.id, some));
    for (const { id, form } of rows) forms.set(id, form);
    const answers = await db.read.select().from(attemptAnswers).where(inArray(attemptAnswers.attemptId, some));
    for (const { attemptId, itemId, answer } of answers) stored.set(`${attemptId} ${itemId}`, answer.choice);
  }
  return acknowledged.filter(({ attempt, position, choice }) => {
    const place = forms.get(attempt)?.[position - 1];
    const given = place?.choices[Number(choice) - 1];
    return given === undefined || stored.get(`${attempt} ${place?.itemId}`) !== given;
  }).length;
}
