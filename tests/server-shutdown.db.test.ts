import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { testDatabase } from "./setup-database.ts";

/** Starts the slow server on any port; `line` answers its next line. */
function start(databaseUrl: string, env: Record<string, string> = {}) {
  const child: ChildProcessWithoutNullStreams = spawn(process.execPath, ["tests/serve-slowly.ts"], {
    env: { ...process.env, DATABASE_URL: databaseUrl, PORT: "0", LOG_LEVEL: "info", ...env },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let errors = "";
  child.stderr.on("data", (chunk) => {
    errors += chunk;
  });
  return {
    child,
    exited: once(child, "exit") as Promise<[number | null, NodeJS.Signals | null]>,
    line: async () => (await lines.next()).value as string,
    errors: () => errors,
  };
}

test.each(["SIGTERM", "SIGINT"] as const)(
  "%s: what is under way is finished, then the process ends by itself with 0",
  async (signal) => {
    await using db = await testDatabase();
    const server = start(db.url);
    const url = await server.line();
    const slow = fetch(`${url}/slow`);
    expect(await server.line()).toBe("begun");
    server.child.kill(signal);
    const answer = await slow;
    expect([answer.status, await answer.json()]).toEqual([200, { done: true }]);
    expect(await server.line()).toBe("closed");
    expect(await server.exited).toEqual([0, null]);
    await expect(fetch(`${url}/slow`)).rejects.toThrow();
    expect(server.errors()).toContain('"msg":"stopped"');
    expect(server.errors()).not.toContain("cut off");
  },
);

test("a second signal ends the process at once", async () => {
  await using db = await testDatabase();
  const server = start(db.url);
  const slow = fetch(`${await server.line()}/slow`).catch(() => "cut off");
  await server.line();
  server.child.kill("SIGTERM");
  await expect.poll(() => server.errors()).toContain('"msg":"stopping"');
  server.child.kill("SIGTERM");
  expect(await server.exited).toEqual([null, "SIGTERM"]);
  expect(await slow).toBe("cut off");
});

test("a port that is in use is said in one sentence", async () => {
  await using db = await testDatabase();
  const other = createServer().listen(0, "127.0.0.1");
  await once(other, "listening");
  const { port } = other.address() as { port: number };
  const server = start(db.url, { PORT: String(port) });
  expect((await server.exited)[0]).not.toBe(0);
  expect(server.errors()).toContain(`127.0.0.1:${port} is in use already.`);
  other.close();
});
