import type { ServerBuild } from "@remix-run/node";
import { createServer, type ViteDevServer } from "vite";
import { publishDemoContent } from "#app/features/demo/publish-demo-content.server.ts";
import { seedDemo } from "#app/features/demo/seed-demo.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { openAppContext } from "#app/platform/open-app-context.server.ts";
import { buildClearedServer } from "#app/routes/api/build-cleared-server.server.ts";
import { showDemoAccounts } from "./commands/demo-seed.ts";
import { createOutput } from "./output.ts";
import { runWithWorker } from "./run-with-worker.ts";
import { watchFolder } from "./watch-folder.mjs";

/** Enough people for every list to have a second page, few enough to be there in seconds. */
const demoPeople = 1_000;
const settleMs = 150;

const output = createOutput(false);
const context = await openAppContext();
await context.db.migrate("db/migrations");
await publish(context);
if (context.env.demo) {
  if (await seedDemo(context, { size: demoPeople })) output.line(`Loaded a demo of ${demoPeople} people.`);
  if (!process.argv.includes("--again")) showDemoAccounts(output);
}

const vite = await createServer({
  server: { middlewareMode: true },
  appType: "custom",
  // Vite looks at server code too when it prepares packages for browsers; these have nothing for them.
  optimizeDeps: { exclude: ["@node-rs/argon2", "better-sqlite3", "pg"] },
});
const watcher = watchContent(context);
await runWithWorker({
  server: buildClearedServer(context, { remix: () => loadPages(vite), viteDevMiddleware: vite.middlewares }),
  context,
  onListening: (url) => output.line(`\nCleared runs at ${url}; pages, server code and content follow what you change.`),
});
watcher.close();
await vite.close();
await context.db.close();

async function loadPages(from: ViteDevServer): Promise<ServerBuild> {
  return (await from.ssrLoadModule("virtual:remix/server-build")) as ServerBuild;
}

/** Content with problems is not published, and what was published before stays. */
async function publish(app: AppContext): Promise<void> {
  try {
    const published = await publishDemoContent(app, () => {});
    if (published.state === "published") output.line("Published the content.");
    if (published.state === "current") output.line("The content is free of problems and what the pages show.");
    if (published.state === "problems") {
      for (const problem of published.problems) output.line(problem);
      output.line("The pages keep the content from before, until no problem is left.");
    }
  } catch (error) {
    output.error(error instanceof Error ? error.message : String(error));
  }
}

/** Publishes once the files have been still for a moment: an editor saves in several steps. */
function watchContent(app: AppContext) {
  let waiting: NodeJS.Timeout | undefined;
  let last = Promise.resolve();
  return watchFolder("content", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      last = last.then(() => publish(app));
    }, settleMs);
  });
}
