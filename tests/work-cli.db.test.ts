import { Writable } from "node:stream";
import { expect, test } from "vitest";
import type { Command } from "#app/cli/command.ts";
import { workCancelCommand } from "#app/cli/commands/work-cancel.ts";
import { workListCommand } from "#app/cli/commands/work-list.ts";
import { workShowCommand } from "#app/cli/commands/work-show.ts";
import { createOutput } from "#app/cli/output.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import { systemClock } from "#app/platform/clock.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { makePerson } from "./make-people.ts";
import { testDatabase } from "./setup-database.ts";

test("background work is listed, shown and cancelled from the command line", async () => {
  await using db = await testDatabase();
  const app = { db, clock: systemClock, env: readEnv({}), log: createLogger("silent") };
  const person = await makePerson(db);
  const run = async (command: Command, ...positionals: string[]) => {
    let out = "";
    const stdout = new Writable({
      write: (chunk, _encoding, done) => {
        out += chunk;
        done();
      },
    });
    const output = createOutput(true, { stdout, stderr: stdout });
    const code = await command.run({ positionals, values: {}, output, app: async () => app });
    return {
      code,
      records: out
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line)),
    };
  };
  const id = await startWork(app, { kind: "people_export", input: { format: "csv" }, personId: person.id });
  expect(await run(workListCommand)).toMatchObject({ code: 0, records: [{ id, state: "waiting" }] });
  expect(await run(workCancelCommand, id)).toMatchObject({ code: 0, records: [{ outcome: "cancelled" }] });
  expect(await run(workCancelCommand, id)).toMatchObject({ code: 1, records: [{ outcome: "over" }] });
  expect(await run(workShowCommand, id)).toMatchObject({ code: 0, records: [{ state: "cancelled", files: [] }] });
  await expect(run(workShowCommand, "nothing")).rejects.toMatchObject({ code: "not-found" });
});
