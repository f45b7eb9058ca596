import { spawnSync } from "node:child_process";
import { createServer } from "node:net";
import { expect, test } from "vitest";
import { demoServeCommand } from "#app/cli/commands/demo-serve.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { recordOutput } from "./fixtures/content/record-output.ts";

test("a port in use is said in one line before anything is made", async () => {
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(0, "127.0.0.1", resolve));
  const address = occupant.address();
  const port = typeof address === "object" ? String(address?.port) : "";
  const env = { ...process.env, PORT: port, HOST: "127.0.0.1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, ["app/cli/demo.mjs"], { env, encoding: "utf8" });
  occupant.close();
  expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
  expect(stderr.trim()).toBe(
    `127.0.0.1:${port} is in use already. Stop what listens there, or choose another port: PORT=3001 npm run demo`,
  );
});

test("a demo is served only where that is wanted", async () => {
  const { output } = recordOutput();
  const app = () => Promise.resolve({ env: readEnv({}) } as never);
  await expect(demoServeCommand.run({ positionals: [], values: {}, output, app })).rejects.toThrow("CLEARED_DEMO=1");
});
