import { availableParallelism, loadavg } from "node:os";
import { getTeam, listDirect } from "#app/features/teams/get-team.server.ts";
import { listBelow } from "#app/features/teams/team-lines.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { paths } from "#app/platform/paths.ts";
import type { Bench } from "../bench.ts";
import { withApp } from "../open-bench-app.ts";
import { runLoad } from "../run-load.ts";
import { startServer } from "../start-server.ts";
import { lineOf, rounds } from "../statistics.ts";
import { newCookie } from "../world.ts";

const connections = 16;
const warmUpSeconds = 3;
/** A manager of about so many people stands for those in the middle of the tree. */
const teamSize = 60;

/** What managers open, for whoever leads everybody and for a team; lists deep and filtered; the whole list as a file. */
export const team: Bench = {
  lines: [
    "dashboard-top",
    "dashboard-top-p99",
    "dashboard-team-p99",
    "people-list-p99",
    "export-csv",
    "export-csv-rss",
  ],
  run: async (workshop, world) => {
    const { databaseUrl } = await world();
    const { top, middle } = await withApp(databaseUrl, findManagers);
    const server = await startServer(workshop, databaseUrl);
    const page = (cookie: string, asked: string[]) => ({
      ...{ port: server.port, connections },
      asking: { kind: "page" as const, paths: asked, cookies: [cookie] },
    });
    const bare = await residentMegabytes(server.port);
    const began = performance.now();
    await fetchPage(server.port, paths.team(), top);
    const everybody = ((performance.now() - began) / 1000).toFixed(1);
    const more = (await residentMegabytes(server.port)) - bare;
    workshop.say(
      `  everybody is in memory after ${everybody} s more, with ${more.toFixed(0)} MB more; load ${loadNow()}`,
    );
    const measured = async (label: string, task: ReturnType<typeof page>) => {
      await runLoad(workshop, "warming up", { ...task, seconds: warmUpSeconds });
      const found = [];
      for (let round = 0; round < rounds; round++) found.push(await runLoad(workshop, label, task));
      return found;
    };
    const head = await measured("top", page(top, [paths.team()]));
    const small = await measured("team", page(middle, [paths.team()]));
    const lists = await measured("list", page(top, listPaths()));
    const before = await residentMegabytes(server.port);
    const seconds: number[] = [];
    const after: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const startedAt = performance.now();
      await fetchPage(server.port, paths.teamPeopleCsv(), top);
      seconds.push((performance.now() - startedAt) / 1000);
      after.push(await residentMegabytes(server.port));
    }
    const peak = await server.stop();
    workshop.say(`  load of the machine at the end ${loadNow()}`);
    workshop.say(`  ${before.toFixed(0)} MB before the export; the server's peak was ${peak.toFixed(0)} MB`);
    const p99 = (found: { p99Ms: number }[]) => found.map(({ p99Ms }) => p99Ms);
    return [
      lineOf(
        "dashboard-top",
        "pages/s",
        head.map(({ perSecond }) => perSecond),
      ),
      lineOf("dashboard-top-p99", "ms", p99(head)),
      lineOf("dashboard-team-p99", "ms", p99(small)),
      lineOf("people-list-p99", "ms", p99(lists)),
      lineOf("export-csv", "s", seconds),
      lineOf("export-csv-rss", "MB", [Math.max(...after) - before]),
    ];
  },
};

/** Of the last minute; with more than the processors there are, others have been at work too. */
function loadNow(): string {
  return `${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} processors`;
}

/** Deep pages in every order, filters, and searches: more of them than are asked twice in a row. */
function listPaths(): string[] {
  const filters = [
    {},
    { status: "blocked" },
    { country: "US" },
    { leave: "yes" },
    { q: "an" },
    { department: "Enterprise" },
  ];
  return filters.flatMap((filter) =>
    [null, "due", "progress", "country"].flatMap((sort) =>
      ["1", "7", "40", "790"].map((page) => paths.teamPeople({ ...filter, sort, page })),
    ),
  );
}

async function findManagers(app: AppContext) {
  const everybody = await getTeam(app, "everybody");
  const sizes = [...everybody.lines.reportsOf.keys()].map((employeeId) => ({
    person: everybody.lines.byEmployeeId.get(employeeId),
    size: listBelow(everybody.lines, employeeId).size,
  }));
  const known = sizes.flatMap(({ person, size }) => (person?.counted ? [{ person, size }] : []));
  const [top] = known.toSorted((a, b) => b.size - a.size);
  const [middle] = known.toSorted((a, b) => Math.abs(a.size - teamSize) - Math.abs(b.size - teamSize));
  if (!top || !middle || listDirect(everybody, null).length === 0) throw new Error("Nobody leads anybody.");
  return {
    top: await newCookie(app, { personId: top.person.id }),
    middle: await newCookie(app, { personId: middle.person.id }),
  };
}

async function fetchPage(port: number, path: string, cookie: string): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${path} was answered with ${answer.status}.`);
  await answer.arrayBuffer();
}

async function residentMegabytes(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1]) / 1e6;
}
