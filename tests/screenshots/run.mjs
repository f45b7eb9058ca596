// Plain JavaScript, because it runs on whatever Node the machine has and goes on under Node 24.
import { join } from "node:path";
import { ensureInstalled, root } from "../../app/cli/bootstrap.mjs";
import { ensureBuilt } from "../../app/cli/build.mjs";
import { runTool, toolScript } from "../run-tool.mjs";

await ensureInstalled();
await ensureBuilt();
const config = join(root, "tests/screenshots/vitest.config.ts");
const { code } = await runTool([toolScript("vitest"), "run", "--config", config, ...process.argv.slice(2)], {
  limit: 30,
  shown: true,
});
process.exitCode = code;
