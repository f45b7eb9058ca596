import { existsSync } from "node:fs";
import { join } from "node:path";
import { becomeCleared } from "./become-cleared.mjs";
import { requireInstalled, root } from "./bootstrap.mjs";

requireInstalled();
if (existsSync(join(root, "build/server/server.js"))) {
  await becomeCleared(["serve", ...process.argv.slice(2)], { NODE_ENV: "production" });
} else {
  console.error("The application is not built. Run `npm run build` first.");
  process.exitCode = 2;
}
