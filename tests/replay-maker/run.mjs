// Plain JavaScript, because it runs on whatever Node the machine has and goes on under Node 24.
import { join } from "node:path";
import { ensureInstalled, root, startNode } from "../../app/cli/bootstrap.mjs";

await ensureInstalled();
process.exitCode = await startNode([join(root, "tests/replay-maker/make-replays.ts"), ...process.argv.slice(2)]).ended;
