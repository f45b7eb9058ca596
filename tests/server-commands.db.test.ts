import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { Command } from "#app/cli/command.ts";
import { doctorCommand } from "#app/cli/commands/doctor.ts";
import { keysCreateCommand } from "#app/cli/commands/keys-create.ts";
import { keysListCommand } from "#app/cli/commands/keys-list.ts";
import { keysRevokeCommand } from "#app/cli/commands/keys-revoke.ts";
import { serveCommand } from "#app/cli/commands/serve.ts";
import { createOutput } from "#app/cli/output.ts";
import { systemClock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { makeRelease } from "./make-release.ts";
import { makeServer } from "./make-server.ts";
import { testDatabase } from "./setup-database.ts";

type Given = { positionals?: string[]; values?: Record<string, string | boolean | string[]>; json?: boolean };

/** Runs a command on a test's database; answers its exit code and what it wrote to both streams. */
async function run(command: Command, db: Database, { positionals = [], values = {}, json = false }: Given = {}) {
  const written = { out: "", err: "" };
  const stream = (name: "out" | "err") =>
    new Writable({
      write: (chunk, _encoding, done) => {
        written[name] += chunk;
        done();
      },
    });
  const output = createOutput(json, { stdout: stream("out"), stderr: stream("err") });
  const app = async () => ({ db, clock: systemClock, env: readEnv({}), log: createLogger("silent") });
  const code = await command.run({ positionals, values, output, app });
  return { code, ...written };
}

test("a key is printed once, alone on standard output, and works until it is revoked", async () => {
  await using db = await testDatabase();
  await using made = makeServer(db);
  const created = await run(keysCreateCommand, db, { positionals: ["crm"], values: { scope: ["claim-right:read"] } });
  expect(created).toMatchObject({ code: 0, out: expect.stringMatching(/^clr_[\w-]{43}\n$/) });
  expect(created.err).toContain("cannot be shown again");
  const headers = { authorization: `Bearer ${created.out.trim()}` };
  const ask = async () => (await made.server.inject({ url: "/api/v1/reps/1/claim-right", headers })).statusCode;
  expect(await ask()).toBe(200);
  const listed = await run(keysListCommand, db);
  expect(listed.out).toMatch(/^crm {2}clr_[\w-]{6}… {2}claim-right:read {2}made .* last used /);
  expect(listed.out).not.toContain(created.out.trim());
  expect((await run(keysRevokeCommand, db, { positionals: ["crm"] })).code).toBe(0);
  expect(await ask()).toBe(401);
  expect((await run(keysListCommand, db)).out).toContain("revoked ");
  await expect(run(keysRevokeCommand, db, { positionals: ["crm"] })).rejects.toThrow("no key");
});

test("a key wants a name and scopes that exist, and says which those are", async () => {
  await using db = await testDatabase();
  await expect(run(keysCreateCommand, db, { positionals: ["crm"] })).rejects.toThrow("deal-claims:write");
  await expect(run(keysCreateCommand, db, { positionals: ["crm"], values: { scope: ["all"] } })).rejects.toThrow(
    'no scope "all"',
  );
  for (const name of ["", "\u001b[31m", "x".repeat(65)]) {
    const create = run(keysCreateCommand, db, { positionals: [name], values: { scope: ["metrics:read"] } });
    await expect(create).rejects.toThrow("1 to 64 letters");
  }
  expect(JSON.parse((await run(keysListCommand, db, { json: true })).out || "[]")).toEqual([]);
});

test("serving says in one sentence what has to be done first", async () => {
  await using db = await testDatabase();
  const empty = { ...db, rows: () => Promise.reject(new Error("no such table")) };
  const behind = { ...db, rows: async () => [{ last: 1 }] as never[] };
  const silent = { ...db, ping: () => Promise.reject(new Error("refused")) };
  const serve = (broken: Database) => run(serveCommand, broken, { values: { "api-only": true } });
  await expect(serve(empty)).rejects.toThrow('The database is empty. Run "cleared migrate" first.');
  await expect(serve(behind)).rejects.toThrow("older than this version");
  await expect(serve(silent)).rejects.toThrow("does not answer");
  const limited = run(serveCommand, db, { values: { "api-only": true, "requests-per-key": "many" } });
  await expect(limited).rejects.toThrow("whole number");
});

test("the doctor finds what is missing and says what to do", async () => {
  await using db = await testDatabase();
  const before = await run(doctorCommand, db);
  expect(before.code).toBe(1);
  expect(before.out).toContain('WRONG  Content: nothing is published. Run "cleared content publish".');
  expect(before.out).toContain("note   API keys: none");
  await makeRelease(db);
  await run(keysCreateCommand, db, { positionals: ["crm"], values: { scope: ["claim-right:read"] } });
  const after = await run(doctorCommand, db, { json: true });
  const checks = after.out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const states = Object.fromEntries(checks.map(({ check, state }) => [check, state]));
  expect(states).toMatchObject({
    "Node.js": "ok",
    Configuration: "ok",
    Database: "ok",
    Content: "ok",
    "API keys": "ok",
  });
  const silent = { ...db, ping: () => Promise.reject(new Error("refused")) };
  expect((await run(doctorCommand, silent)).out).toContain("WRONG  Database: does not answer.");
});
