import { existsSync } from "node:fs";
import { join } from "node:path";
import { clearedFlags, findNode, nodeEnv, root, run } from "./bootstrap.mjs";
import { isBuilt } from "./build.mjs";

/** Runs one `cleared` command under Node 24 and ends this process as it ended. */
export async function becomeCleared(args, env = {}) {
  const bundle = join(root, "build/cli/cleared.js");
  // The bundle starts in a third of the time and memory; one of other sources than these would be another program.
  const script = existsSync(bundle) && isBuilt() ? bundle : join(root, "app/cli/enter-cleared.ts");
  process.exitCode = await run(findNode(), [...clearedFlags, script, ...args], { env: nodeEnv(env) });
}
