import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, openSync, readFileSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { clearedProcess } from "./run-cleared.ts";
import type { Workshop } from "./workshop.ts";

export type RunningServer = {
  port: number;
  origin: string;
  /** From the start of the process to the first yes of /readyz. */
  secondsToReady: number;
  /** What the process has had of the processors so far, all its threads; only on Linux, elsewhere 0. */
  cpuSeconds: () => number;
  /** Ends it in an orderly way. Resolves with the most memory that it held, in megabytes. */
  stop: () => Promise<number>;
};

const mostKeyRequests = "1000000000";

/** Starts `cleared serve` as in production, its log going to a file. Resolves when it is ready. */
export async function startServer(workshop: Workshop, databaseUrl: string): Promise<RunningServer> {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const planned = clearedProcess(workshop, ["serve", "--requests-per-key", mostKeyRequests], {
    DATABASE_URL: databaseUrl,
    HOST: "127.0.0.1",
    PORT: String(port),
    ORIGIN: origin,
    LOG_LEVEL: "info",
  });
  const logFile = join(workshop.folder, "server.log");
  const log = openSync(logFile, "w");
  const startedAt = performance.now();
  const child = workshop.adopt(
    spawn(process.execPath, [...extraArguments(), ...planned.args], {
      ...planned.options,
      stdio: ["ignore", "ignore", log],
    }),
  );
  let stopping = false;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  ended.then(() => stopping || workshop.say(`The server ended by itself; its log said:\n${lastWords(logFile)}`));
  await untilReady(child, port, logFile);
  return {
    port,
    origin,
    secondsToReady: (performance.now() - startedAt) / 1000,
    cpuSeconds: () => cpuSecondsOf(child.pid),
    stop: async () => {
      stopping = true;
      child.kill("SIGTERM");
      await ended;
      return planned.peakMegabytes();
    },
  };
}

/** Such as --cpu-prof, to see where a server spends its time. */
function extraArguments(): string[] {
  return (process.env.BENCH_SERVER_ARGUMENTS ?? "").split(" ").filter(Boolean);
}

async function untilReady(child: ChildProcess, port: number, logFile: string): Promise<void> {
  const giveUpAt = performance.now() + 60_000;
  while (!(await isReady(port))) {
    if (child.exitCode !== null || performance.now() > giveUpAt) {
      throw new Error(`The server did not get ready:\n${lastWords(logFile)}`);
    }
    await new Promise((resume) => setTimeout(resume, 5));
  }
}

function lastWords(logFile: string): string {
  // Gone with the workshop, when a bench was given up before.
  return existsSync(logFile) ? readFileSync(logFile, "utf8").slice(-2000) : "";
}

function isReady(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    get({ host: "127.0.0.1", port, path: "/readyz", agent: false }, (answer) => {
      answer.resume().once("close", () => resolve(answer.statusCode === 200));
    }).once("error", () => resolve(false));
  });
}

/** From the fields utime and stime, which count hundredths of a second. */
function cpuSecondsOf(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const fields = readFileSync(file, "utf8").split(") ").at(-1)?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
