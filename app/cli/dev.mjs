import { join } from "node:path";
import { ensureInstalled, root, runNode } from "./bootstrap.mjs";

await ensureInstalled();
// A database of one's own is taken as it is; the one that comes with this command is filled with a small demo.
const database = process.env.DATABASE_URL
  ? {}
  : { DATABASE_URL: "file:data/dev.db", CLEARED_DEMO: process.env.CLEARED_DEMO || "1" };
// Vite renews the pages; code that the server itself has loaded is renewed by a restart.
process.exitCode = await runNode(["--watch", "--watch-preserve-output", join(root, "app/cli/dev-server.ts")], {
  NODE_ENV: "development",
  ...database,
});
