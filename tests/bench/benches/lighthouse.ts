import { and, eq, isNotNull, isNull } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { attempts, people } from "#app/platform/db.server.ts";
import { paths } from "#app/platform/paths.ts";
import { launchBrowser } from "../../browser/launch-browser.ts";
import { freePort } from "../../free-port.ts";
import { type Audited, auditPage, categories, installLighthouse } from "../audit-page.ts";
import type { Bench, Line } from "../bench.ts";
import { withApp } from "../open-bench-app.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";
import { newCookie } from "../world.ts";

const pageNames = ["lesson", "home", "result-failed", "result-passed"] as const;

/** What Lighthouse says of the pages that reps see most, as on a phone with a slow connection. */
export const lighthouse: Bench = {
  lines: ["lighthouse", ...pageNames.flatMap((page) => categories.map((category) => lineName(page, category)))],
  run: async (workshop, world) => {
    const command = await installLighthouse(workshop);
    const { databaseUrl, lessonPaths } = await world();
    const { passed, failed } = await withApp(databaseUrl, findResults);
    const pages = [
      { name: "lesson", cookie: failed.cookie, path: lessonPaths[0] ?? "" },
      { name: "home", cookie: failed.cookie, path: paths.home() },
      { name: "result-failed", ...failed },
      { name: "result-passed", ...passed },
    ] as const;
    const server = await startServer(workshop, databaseUrl);
    const browserPort = await freePort();
    const browser = await launchBrowser({ debuggingPort: browserPort });
    const lines: Line[] = [];
    try {
      for (const { name, path, cookie } of pages) {
        const found: Audited[] = [];
        for (let round = 0; round < rounds; round++) {
          found.push(await auditPage(workshop, { command, browserPort, url: `${server.origin}${path}`, cookie }));
        }
        for (const text of new Set(found.flatMap((run) => run.failed))) workshop.say(`  ${name}: ${text}`);
        for (const category of categories) {
          const scores = found.map((run) => run.scores[category]);
          lines.push(lineOf(lineName(name, category), "of 100", scores));
        }
      }
    } finally {
      await browser.close();
      await server.stop();
    }
    return lines;
  },
};

function lineName(page: (typeof pageNames)[number], category: string): string {
  return `lighthouse-${page}-${category}`;
}

/** A passed and a failed attempt of reps who are here, and the cookies to see their results with. */
async function findResults(app: AppContext) {
  const rows = await app.db.read
    .select({ id: attempts.id, personId: attempts.personId, result: attempts.result })
    .from(attempts)
    .innerJoin(people, eq(people.id, attempts.personId))
    .where(and(isNull(people.leftAt), eq(people.kind, "rep"), isNotNull(attempts.submittedAt)))
    .limit(500);
  const find = async (passed: boolean) => {
    const row = rows.find(({ result }) => result?.passed === passed);
    if (!row) throw new Error(`No attempt is ${passed ? "passed" : "failed"}.`);
    return { path: paths.result(row.id), cookie: await newCookie(app, { personId: row.personId }) };
  };
  return { passed: await find(true), failed: await find(false) };
}
