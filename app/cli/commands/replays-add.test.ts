import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { validProgram } from "#tests/fixtures/content/copy-program.ts";
import { recordOutput } from "#tests/fixtures/content/record-output.ts";
import { replaysAddCommand } from "./replays-add.ts";
import { replaysCheckCommand } from "./replays-check.ts";

test("a recording is taken in without any tool installed, checks as it is, and cannot be taken in twice", async () => {
  const program = mkdtempSync(join(tmpdir(), "cleared-replays-"));
  // No tool is found: what the machine has installed must not decide what this shows.
  vi.stubEnv("PATH", program);
  const beside = `${validProgram}/replays/quay-talk`;
  const app = () => Promise.reject(new Error("Adding needs no database."));
  const values = { captions: `${beside}/captions.en.vtt`, title: "A talk, on the Quay", program };
  const add = { positionals: [`${beside}/video.mp4`], values, app };
  const { output, lines } = recordOutput();
  expect(await replaysAddCommand.run({ ...add, output })).toBe(0);
  expect(lines.join("\n")).toContain("120 seconds, 5 captions");
  const folder = join(program, "replays/a-talk-on-the-quay");
  expect(readdirSync(folder).sort()).toEqual(["captions.en.vtt", "replay.yaml", "video.mp4"]);
  const checked = recordOutput();
  expect(await replaysCheckCommand.run({ positionals: [program], values: {}, app, output: checked.output })).toBe(0);
  expect(checked.lines[0]).toContain("2:00 (measured by its own header), 1 chapters");
  await expect(replaysAddCommand.run({ ...add, output })).rejects.toThrow("exists already");
  writeFileSync(join(folder, "video.mp4"), "no film");
  expect(await replaysCheckCommand.run({ positionals: [program], values: {}, app, output })).toBe(1);
  vi.unstubAllEnvs();
  rmSync(program, { recursive: true });
});
