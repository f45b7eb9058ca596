// Plain JavaScript, because it runs on whatever Node the machine has and goes on under Node 24.
import { join } from "node:path";
import { requireInstalled, root, startNode } from "../../app/cli/bootstrap.mjs";
import { ensureBuilt } from "../../app/cli/build.mjs";

requireInstalled();
// Standard output belongs to the results.
console.log = console.error;
await ensureBuilt();
// The tables are made for one engine when they are first imported, so it is named before anything is.
const given = process.env.DATABASE_URL ?? "";
const database = { DATABASE_URL: given.startsWith("postgres") ? given : "file:named-by-each-bench" };
const main = startNode([join(root, "tests/bench/main.ts"), ...process.argv.slice(2)], database);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => main.child.kill(signal));
process.exitCode = await main.ended;
