import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";

/** A demo of its own, as `npm run demo` makes it, in a folder that goes with it. */
export async function startDemo() {
  const folder = mkdtempSync(join(tmpdir(), "cleared-shots-"));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const databaseUrl = `file:${join(folder, "demo.db")}`;
  const server = spawn(process.execPath, ["build/cli/cleared.js", "demo", "serve"], {
    env: {
      ...process.env,
      ...{ NODE_ENV: "production", CLEARED_DEMO: "1", LOG_LEVEL: "warn" },
      ...{ DATABASE_URL: databaseUrl, PORT: String(port), ORIGIN: origin },
    },
    stdio: ["ignore", "ignore", "inherit"],
  });
  while (!(await isReady(origin))) {
    if (server.exitCode !== null) throw new Error("The demo ended by itself.");
    await new Promise((resume) => setTimeout(resume, 500));
  }
  return {
    origin,
    databaseUrl,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  return fetch(`${origin}/readyz`).then(
    (answer) => answer.ok,
    () => false,
  );
}
