import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

/** Starts a script under a Node.js that says it is of that version. */
function startUnder(version: string, script: string) {
  const pretend = `Object.defineProperty(process.versions, "node", { value: ${JSON.stringify(version)} });`;
  const args = ["--import", `data:text/javascript,${encodeURIComponent(pretend)}`, script, "help"];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  return { status, stdout, stderr };
}

test("an older Node.js is refused in one sentence before anything else is loaded", () => {
  for (const version of ["20.20.2", "22.18.0"]) {
    const { status, stdout, stderr } = startUnder(version, "app/cli/enter-cleared.ts");
    expect({ status, stdout }).toEqual({ status: 1, stdout: "" });
    expect(stderr).toMatch(
      /^Cleared needs Node\.js 24 or newer, and this is 2[02]\.\d+\.\d: .*node_modules\/\.bin\/node\.\n$/,
    );
  }
});

test("the Node.js that is needed and every newer one go on", () => {
  for (const version of ["24.0.0", "31.2.0"]) {
    expect(startUnder(version, "app/cli/enter-cleared.ts")).toMatchObject({ status: 0, stderr: "" });
  }
});
