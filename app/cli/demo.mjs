import { createServer } from "node:net";
import { becomeCleared } from "./become-cleared.mjs";
import { ensureInstalled } from "./bootstrap.mjs";
import { ensureBuilt } from "./build.mjs";

const port = process.env.PORT || "3000";
const host = process.env.HOST || "127.0.0.1";

if (await isTaken()) {
  // Said before the minutes of work, not after them.
  console.error(
    `${host}:${port} is in use already. Stop what listens there, or choose another port: PORT=3001 npm run demo`,
  );
  process.exit(1);
}
await ensureInstalled();
await ensureBuilt();
await becomeCleared(["demo", "serve"], {
  NODE_ENV: "production",
  CLEARED_DEMO: "1",
  DATABASE_URL: process.env.DATABASE_URL || "file:data/demo.db",
  LOG_LEVEL: process.env.LOG_LEVEL || "warn",
});

/** A port that cannot be one is left to the validation of the whole environment. */
function isTaken() {
  return new Promise((resolve) => {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) return resolve(false);
    const probe = createServer();
    probe.once("error", (error) => resolve(error.code === "EADDRINUSE"));
    probe.listen(Number(port), host, () => probe.close(() => resolve(false)));
  });
}
