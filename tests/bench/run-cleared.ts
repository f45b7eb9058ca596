import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clearedFlags, nodeEnv, root } from "#app/cli/bootstrap.mjs";
import type { Workshop } from "./workshop.ts";

const reportPeak = fileURLToPath(new URL("./report-peak.ts", import.meta.url));

/** Node's arguments and environment for a `cleared` command in a process of its own, as an operator runs it. */
export function clearedProcess(workshop: Workshop, args: string[], env: Record<string, string>) {
  const peakFile = join(workshop.folder, "peak");
  return {
    args: [...clearedFlags, "--import", reportPeak, "build/cli/cleared.js", ...args],
    options: { cwd: root, env: nodeEnv({ NODE_ENV: "production", BENCH_PEAK: peakFile, ...env }) },
    /** The most memory that the process held, in megabytes; known after its end. */
    peakMegabytes: () => Number(readFileSync(peakFile, "utf8")) / 1024,
  };
}

/** Runs a command to its end. `seconds` are those from its start to its end. Throws with what it said if it failed. */
export async function runCleared(
  workshop: Workshop,
  args: string[],
  databaseUrl: string,
): Promise<{ seconds: number; megabytes: number }> {
  const planned = clearedProcess(workshop, args, { DATABASE_URL: databaseUrl, LOG_LEVEL: "warn" });
  const startedAt = performance.now();
  const child = workshop.adopt(
    spawn(process.execPath, planned.args, { ...planned.options, stdio: ["ignore", "pipe", "pipe"] }),
  );
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = (said + chunk).slice(-4000);
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => child.once("error", reject).once("exit", resolve));
  const seconds = (performance.now() - startedAt) / 1000;
  if (code !== 0) throw new Error(`cleared ${args.join(" ")} ended with ${code}:\n${said}`);
  return { seconds, megabytes: planned.peakMegabytes() };
}
