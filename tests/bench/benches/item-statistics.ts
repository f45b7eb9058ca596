import { copyFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { describeItems } from "#app/features/item-statistics/describe-items.ts";
import { listMeasuredReleases, releaseToShow } from "#app/features/item-statistics/list-measured-releases.server.ts";
import { readAnswerSheets } from "#app/features/item-statistics/read-answer-sheets.server.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { getRelease } from "#app/features/programs/get-release.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import type { Bench } from "../bench.ts";
import { multiplyFirstAttempts } from "../multiply-first-attempts.ts";
import { withApp } from "../open-bench-app.ts";
import { runCleared } from "../run-cleared.ts";
import { lineOf, rounds } from "../statistics.ts";

const wanted = 40_000;

/** Every figure of the items from 40,000 first attempts, and how long others wait meanwhile; then the whole command. */
export const itemStatistics: Bench = {
  lines: ["item-statistics", "item-statistics-pause", "item-statistics-rss"],
  run: async (workshop, world) => {
    const file = join(workshop.folder, "items.db");
    copyFileSync((await world()).file, file);
    const attempts = multiplyFirstAttempts(file, wanted);
    const found = await withApp(`file:${file}`, async (app) => {
      const taken: { ms: number; pause: number }[] = [];
      for (let round = 0; round <= rounds; round++) taken.push(await measure(app));
      return taken.slice(1);
    });
    const { megabytes, seconds } = await runCleared(workshop, ["items", "statistics"], `file:${file}`);
    for (const { ms, pause } of found)
      workshop.say(`  ${attempts} attempts in ${ms.toFixed(0)} ms, longest pause ${pause.toFixed(0)} ms`);
    workshop.say(`  the whole command ${seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`);
    rmSync(file);
    return [
      lineOf(
        "item-statistics",
        "ms",
        found.map(({ ms }) => ms),
      ),
      lineOf(
        "item-statistics-pause",
        "ms",
        found.map(({ pause }) => pause),
      ),
      lineOf("item-statistics-rss", "MB", [megabytes]),
    ];
  },
};

async function measure({ db }: AppContext) {
  const release = releaseToShow(await listMeasuredReleases(db.read, { programId: defaultProgramId }));
  const loop = monitorEventLoopDelay({ resolution: 1 });
  loop.enable();
  const startedAt = performance.now();
  const sheets = await readAnswerSheets(db, await getRelease(db, release?.id ?? ""));
  const report = describeItems(sheets, { language: null, region: null });
  const ms = performance.now() - startedAt;
  await new Promise((resume) => setTimeout(resume, 5));
  loop.disable();
  if (report.attempts < wanted) throw new Error(`Only ${report.attempts} first attempts were there.`);
  return { ms, pause: loop.max / 1e6 };
}
