import { parseArgs } from "node:util";
import type { Bench } from "./bench.ts";
import { assessmentCycle } from "./benches/assessment-cycle.ts";
import { assessmentStorm } from "./benches/assessment-storm.ts";
import { claimRightCheck } from "./benches/claim-right-check.ts";
import { coldStart } from "./benches/cold-start.ts";
import { dealClaim } from "./benches/deal-claim.ts";
import { exportFiles } from "./benches/exports.ts";
import { heartbeats } from "./benches/heartbeats.ts";
import { import40k } from "./benches/import-40k.ts";
import { itemStatistics } from "./benches/item-statistics.ts";
import { lessonPage } from "./benches/lesson-page.ts";
import { lighthouse } from "./benches/lighthouse.ts";
import { messagesOut } from "./benches/messages-out.ts";
import { publish } from "./benches/publish.ts";
import { rssUnderLoad } from "./benches/rss-under-load.ts";
import { team } from "./benches/team.ts";
import { linePrinter } from "./print-lines.ts";
import { openWorkshop, type Workshop } from "./workshop.ts";
import { worldMaker } from "./world.ts";

const benches: Bench[] = [
  claimRightCheck,
  dealClaim,
  lessonPage,
  lighthouse,
  assessmentCycle,
  assessmentStorm,
  heartbeats,
  import40k,
  itemStatistics,
  messagesOut,
  publish,
  coldStart,
  rssUnderLoad,
  team,
  exportFiles,
];

const usage = `Usage: npm run bench -- [--json] [--only NAME[,NAME]] [--seconds N] [--database FILE] [--times N]

  --json      one JSON object a line instead of a table
  --only      of ${benches.flatMap(({ lines }) => lines).join(", ")}
  --seconds   of each measured round of load; 3 unless given
  --database  a SQLite file with the demo loaded, to work on a copy of it instead of loading the demo anew
  --times     so many times the demo's people, for the benches of teams; 10 are 400,000

DATABASE_URL=postgres://… names an empty database to measure on, for the benches of teams.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const options = readOptions();
  if (!options) return 2;
  const workshop = openWorkshop(options);
  const world = worldMaker(workshop, options);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    // Ctrl-C arrives twice, from the terminal and from the process that started this one.
    process.on(signal, () => {
      workshop.clear();
      process.exit(130);
    });
  }
  const print = linePrinter(options);
  let failures = 0;
  try {
    for (const bench of options.chosen) failures += (await attempt(bench)) ? 0 : 1;
  } finally {
    workshop.clear();
  }
  return failures > 0 ? 1 : 0;

  /** One bench that cannot be run says why, and the others go on. */
  async function attempt({ lines: [name], run }: Bench): Promise<boolean> {
    workshop.say(name);
    try {
      print(await run(workshop, world));
      return true;
    } catch (error) {
      workshop.say(`${name} could not be measured: ${error instanceof Error ? error.stack : error}`);
      return false;
    }
  }
}

type Options = { json: boolean; chosen: Bench[]; database: string | undefined; times: number } & Pick<
  Workshop,
  "seconds"
>;

/** Null when the arguments are not usable or only help is wanted; that has been said then. */
function readOptions(): Options | null {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: "boolean", default: false },
        only: { type: "string" },
        seconds: { type: "string", default: "3" },
        database: { type: "string" },
        times: { type: "string", default: "1" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) throw new Error("");
    const seconds = Number(values.seconds);
    if (!(seconds > 0)) throw new Error("--seconds takes a number above 0.");
    const times = Number(values.times);
    if (!Number.isInteger(times) || times < 1) throw new Error("--times takes a whole number above 0.");
    const names = values.only?.split(",").map((name) => name.trim()) ?? benches.map(({ lines: [name] }) => name);
    const unknown = names.find((name) => !benches.some(({ lines }) => lines.includes(name)));
    if (unknown !== undefined) throw new Error(`There is no bench "${unknown}".`);
    const chosen = benches.filter(({ lines }) => lines.some((line) => names.includes(line)));
    return { json: values.json, chosen, seconds, database: values.database, times };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? `${error.message}\n` : ""}${usage}\n`.trimStart());
    return null;
  }
}
