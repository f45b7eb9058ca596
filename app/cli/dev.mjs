import { join, relative } from "node:path";
import { ensureInstalled, root, startNode } from "./bootstrap.mjs";
import { watchFolder } from "./watch-folder.mjs";

await ensureInstalled();
// A database of one's own is taken as it is; the one that comes with this command is filled with a small demo.
const database = process.env.DATABASE_URL
  ? {}
  : { DATABASE_URL: "file:data/dev.db", CLEARED_DEMO: process.env.CLEARED_DEMO || "1" };
const settleMs = 150;

let ending = false;
let restarting = false;
let waiting;
let server = start();

for (const folder of ["app", "db"]) watchFolder(join(root, folder), (path) => changed(relative(root, path)));
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    ending = true;
    server.child.kill("SIGTERM");
  });
}

function start(...args) {
  const started = startNode([join(root, "app/cli/dev-server.ts"), ...args], {
    NODE_ENV: "development",
    CLEARED_AUTHORING: "1",
    ...database,
  });
  started.ended.then((code) => {
    if (ending) process.exit(0);
    if (restarting) return;
    if (args.length === 0) process.exit(code);
    console.log("The server has stopped; it starts again with the next change.");
  });
  return started;
}

/** Vite renews pages by itself; what the server has loaded is renewed by a restart. */
function changed(file) {
  if (!/\.ts$/.test(file) || /\.test\.ts$/.test(file)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => restart(file), settleMs);
}

async function restart(file) {
  if (ending) return;
  console.log(`${file} has changed; starting again.`);
  restarting = true;
  server.child.kill("SIGTERM");
  await server.ended;
  restarting = false;
  server = start("--again");
}
