import { spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { join } from "node:path";
import { findNode, nodeEnv, root } from "../app/cli/bootstrap.mjs";

const minute = 60_000;

/** The script behind the name of an installed command. */
export function toolScript(name) {
  return realpathSync(join(root, "node_modules/.bin", name));
}

/**
 * Runs a script under Node 24 and resolves, however it ends. Its output is returned, or shown as it comes. `limit` is in
 * minutes; past it the script is ended.
 */
export function runTool(args, { limit = 10, shown = false, cwd = root, env = {} } = {}) {
  const startedAt = Date.now();
  const out = shown ? "inherit" : "pipe";
  return new Promise((resolve) => {
    const child = spawn(findNode(), args, { cwd, env: nodeEnv(env), stdio: ["ignore", out, out] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (chunk) => {
        output += chunk;
      });
    }
    const timer = setTimeout(() => {
      output += `\nIt took more than ${limit} minutes and was ended.`;
      child.kill("SIGKILL");
    }, limit * minute);
    const end = (code) => {
      clearTimeout(timer);
      resolve({ code, output, seconds: (Date.now() - startedAt) / 1000 });
    };
    child.once("error", (error) => {
      output += error.message;
      end(1);
    });
    child.once("close", (code) => end(code ?? 1));
  });
}
