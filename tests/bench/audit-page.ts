import { spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findNode, root } from "#app/cli/bootstrap.mjs";
import type { Workshop } from "./workshop.ts";

export const categories = ["performance", "accessibility", "best-practices", "seo"] as const;

export type Audited = {
  /** From 0 to 100. */
  scores: Record<(typeof categories)[number], number>;
  /** What took points away. */
  failed: string[];
};

const pinned = join(root, "tests/bench/lighthouse");

/** Lighthouse as its own lock file names it, installed on first use: nothing else needs its 180 MB. Its command. */
export async function installLighthouse(workshop: Workshop): Promise<string> {
  const { dependencies } = JSON.parse(readFileSync(join(pinned, "package.json"), "utf8"));
  const folder = join(root, ".cache", `lighthouse-${dependencies.lighthouse}`);
  const command = join(folder, "node_modules/lighthouse/cli/index.js");
  if (existsSync(command)) return command;
  workshop.say("Installing Lighthouse (npm install)");
  mkdirSync(join(root, ".cache"), { recursive: true });
  const unfinished = mkdtempSync(join(root, ".cache/lighthouse-installing-"));
  try {
    cpSync(pinned, unfinished, { recursive: true });
    // Not `npm ci`, which refuses because of a peer that Lighthouse itself names in another version.
    await run(
      workshop,
      "npm",
      ["install", "--ignore-scripts", "--no-fund", "--no-audit", "--loglevel=error"],
      unfinished,
    );
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return command;
}

/** One run over a page, as on a phone with a slow connection, in the browser that listens on the port. */
export async function auditPage(
  workshop: Workshop,
  { command, browserPort, url, cookie }: { command: string; browserPort: number; url: string; cookie: string },
): Promise<Audited> {
  const args = [
    command,
    url,
    `--port=${browserPort}`,
    `--only-categories=${categories.join(",")}`,
    `--extra-headers=${JSON.stringify({ cookie })}`,
    "--output=json",
    "--output-path=stdout",
    "--no-enable-error-reporting",
    "--quiet",
  ];
  const report = JSON.parse(await run(workshop, findNode() ?? process.execPath, args, root)) as Report;
  if (report.runtimeError) throw new Error(`${url}: ${report.runtimeError.message}`);
  if (report.finalDisplayedUrl !== url) throw new Error(`${url} led to ${report.finalDisplayedUrl}.`);
  const scores = categories.map((name) => [name, Math.round((report.categories[name]?.score ?? 0) * 100)]);
  return { scores: Object.fromEntries(scores), failed: failedAudits(report) };
}

type Report = {
  finalDisplayedUrl: string;
  runtimeError?: { message: string };
  categories: Record<string, { score: number | null; auditRefs: { id: string; weight: number }[] }>;
  audits: Record<string, { score: number | null; displayValue?: string }>;
};

function failedAudits({ categories: found, audits }: Report): string[] {
  const weighed = Object.values(found).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0));
  return weighed.flatMap(({ id }) => {
    const { score = null, displayValue = "" } = audits[id] ?? {};
    return score !== null && score < 1 ? [`${id} ${score} ${displayValue}`.trim()] : [];
  });
}

/** Resolves with what the command printed. Throws with what it complained of if it failed. */
function run(workshop: Workshop, command: string, args: string[], cwd: string): Promise<string> {
  const child = workshop.adopt(spawn(command, args, { cwd, stdio: ["ignore", "pipe", "pipe"] }));
  const printed: Buffer[] = [];
  let complained = "";
  child.stdout.on("data", (chunk) => printed.push(chunk));
  child.stderr.on("data", (chunk) => (complained = (complained + chunk).slice(-2000)));
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => {
      if (code === 0) resolve(Buffer.concat(printed).toString());
      else reject(new Error(`${command} ended with ${code}:\n${complained}`));
    });
  });
}
