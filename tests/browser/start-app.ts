import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../free-port.ts";
import { startPostgres } from "../start-postgres.ts";

export type RunningApp = { origin: string; databaseUrl: string; stop: () => Promise<void> };

export const testPassword = "correct horse battery staple";

/** Builds up a system with the real commands, as its operator would, and starts it on a free port. */
export async function startApp(engine: "sqlite" | "postgres"): Promise<RunningApp> {
  const folder = mkdtempSync(join(tmpdir(), "cleared-app-"));
  const postgres = engine === "postgres" ? await startPostgres() : null;
  await postgres?.createDatabase("app");
  const databaseUrl = postgres ? `${postgres.url}/app` : `file:${join(folder, "app.db")}`;
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    ORIGIN: origin,
    LOG_LEVEL: "warn",
    NODE_ENV: "production" as const,
  };
  const cleared = (args: string[], input?: string) => runCommand(["build/cli/cleared.js", ...args], { env, input });

  await cleared(["migrate"]);
  await cleared(["content", "publish"]);
  await cleared(["people", "import", "tests/fixtures/hr-feed-small.csv"]);
  await cleared(["people", "add", "--kind", "partner", "--id", "P-1", "--given", "Dana", "--family", "Novak"]);
  await cleared(["people", "add", "--kind", "staff", "--id", "S-1", "--given", "Ines", "--family", "Okoro"]);
  await cleared(["people", "add", "--kind", "staff", "--id", "S-2", "--given", "Tomás", "--family", "Reyes"]);
  await cleared(["accounts", "grant", "S-1", "--role", "program_office", "--by", "tests"]);
  await cleared(["accounts", "grant", "S-2", "--role", "auditor", "--by", "tests"]);
  for (const login of ["10000001", "10000002", "10000003", "10000004", "P-1", "S-1", "S-2"])
    await cleared(["accounts", "set-password", login], `${testPassword}\n`);
  const effective = new Date(Date.now() - 60 * 86_400_000).toISOString();
  await cleared([
    "waves",
    "add",
    "--edition",
    "2011-07",
    "--countries",
    "US",
    "--effective",
    effective,
    "--mode",
    "enforce",
    "--grace-days",
    "14",
  ]);

  const server = spawn(process.execPath, ["build/cli/cleared.js", "serve"], { env, stdio: ["ignore", "pipe", "pipe"] });
  await untilReady(server, origin);
  return {
    origin,
    databaseUrl,
    stop: async () => {
      const ended = new Promise((resolve) => server.once("exit", resolve));
      server.kill("SIGTERM");
      await ended;
      await postgres?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function runCommand(
  args: string[],
  { env, input }: { env: NodeJS.ProcessEnv; input: string | undefined },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: "pipe" });
    let said = "";
    child.stdout.on("data", (chunk) => (said += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`${args.join(" ")} ended with ${code}:\n${said}`)),
    );
    child.stdin.end(input ?? "");
  });
}

async function untilReady(server: ChildProcess, origin: string) {
  let said = "";
  server.stderr?.on("data", (chunk) => (said += chunk));
  server.stdout?.on("data", (chunk) => (said += chunk));
  for (let n = 0; n < 300; n++) {
    if (server.exitCode !== null) throw new Error(`The server ended:\n${said}`);
    const ready = await fetch(`${origin}/readyz`)
      .then((answer) => answer.ok)
      .catch(() => false);
    if (ready) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
  throw new Error(`The server did not get ready:\n${said}`);
}
