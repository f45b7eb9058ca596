import type { FastifyInstance } from "fastify";
import type { AppContext } from "#app/platform/app-context.ts";
import { startDrawingThreads } from "#app/platform/drawing/drawing-threads.server.ts";
import { migrationState } from "#app/platform/http/migrations-current.server.ts";
import { loadPagesBuild, warmUpPages } from "#app/platform/http/pages-build.server.ts";
import { buildClearedServer } from "#app/routes/api/build-cleared-server.server.ts";
import { type Command, UsageError } from "../command.ts";
import { runWithWorker } from "../run-with-worker.ts";

export const serveCommand: Command = {
  name: "serve",
  usage: "[--api-only] [--trust-proxy] [--requests-per-key N]",
  summary:
    "Starts the server on HOST and PORT and runs until it is told to stop. --api-only leaves the pages out; " +
    "--trust-proxy believes X-Forwarded-* of the proxy in front; --requests-per-key limits a key's requests a minute.",
  options: {
    "api-only": { type: "boolean" },
    "trust-proxy": { type: "boolean" },
    "requests-per-key": { type: "string" },
  },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const requestsPerKey = countOf(values["requests-per-key"]);
    const pages = values["api-only"] ? null : await loadPagesBuild();
    const context = await app();
    await requireMigrated(context.db);
    const server = buildClearedServer(context, {
      ...pages,
      ...(pages ? { drawing: startDrawingThreads(context, pages) } : {}),
      trustProxy: values["trust-proxy"] === true,
      ...(requestsPerKey === null ? {} : { limits: { requestsPerKey } }),
    });
    await runWithWorker({
      server,
      context,
      onListening: (url) => {
        output.line(`Cleared runs at ${url}`);
        output.record({ type: "listening", url });
        if (pages) void warmUp(pages.remix, context, server);
      },
    });
    return 0;
  },
};

/** Beside what is asked already. Whoever asks before it is done waits for it, and a failure is met again there. */
async function warmUp(
  remix: Parameters<typeof warmUpPages>[0],
  context: AppContext,
  { server }: FastifyInstance,
): Promise<void> {
  const startedAt = performance.now();
  try {
    await warmUpPages(remix, context);
    context.log.info({ ms: Math.round(performance.now() - startedAt) }, "teams are in memory");
  } catch (error) {
    // Whoever stops the server meanwhile has closed the database.
    if (server.listening) context.log.warn({ err: error }, "teams could not be read into memory");
  }
}

async function requireMigrated(db: Parameters<typeof migrationState>[0]): Promise<void> {
  const state = await migrationState(db).catch((cause: unknown) => {
    throw new Error("The database does not answer. Check DATABASE_URL, and that the database runs.", { cause });
  });
  if (state === "none") throw new Error('The database is empty. Run "cleared migrate" first.');
  if (state === "behind") throw new Error('The database is older than this version. Run "cleared migrate" first.');
}

function countOf(given: string | boolean | string[] | undefined): number | null {
  if (given === undefined) return null;
  const count = Number(given);
  if (!Number.isInteger(count) || count < 1) throw new UsageError("--requests-per-key takes a whole number above 0.");
  return count;
}
