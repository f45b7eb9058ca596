import { publishDemoContent } from "#app/features/demo/publish-demo-content.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { migrationState } from "#app/platform/http/migrations-current.server.ts";
import { type Command, UsageError } from "../command.ts";
import type { Output } from "../output.ts";
import { seedWithProgress, showDemoAccounts } from "./demo-seed.ts";
import { serveCommand } from "./serve.ts";

export const demoServeCommand: Command = {
  name: "demo serve",
  usage: "",
  summary: "Makes whatever a demo still lacks (tables, content, people), then serves it. Needs CLEARED_DEMO=1.",
  options: {},
  positionals: [0, 0],
  run: async (input) => {
    const { output, app } = input;
    const context = await app();
    if (!context.env.demo) throw new UsageError("Set CLEARED_DEMO=1: everybody who reaches a demo can sign in to it.");
    if ((await migrationState(context.db)) !== "current") {
      await context.db.migrate("db/migrations");
      output.line("Brought the tables of the database up to date.");
    }
    await publish(context, output);
    await seedWithProgress(context, output);
    showDemoAccounts(output);
    output.line("");
    return serveCommand.run({ ...input, values: {} });
  },
};

async function publish(context: AppContext, output: Output) {
  const startedAt = performance.now();
  const bar = output.progress("Compiling content");
  const published = await publishDemoContent(context, bar.update);
  bar.end();
  if (published.state === "published")
    output.line(`Published the content in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
  if (published.state === "problems") {
    for (const problem of published.problems) output.line(problem);
    output.line("The content has these problems; what was published before is shown.");
  }
}
