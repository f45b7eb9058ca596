import { fileURLToPath } from "node:url";
import { projectRoot } from "#app/platform/project-root.server.ts";
import type { Command } from "../command.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage: "",
  summary: "Creates the database or brings its tables up to date.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db } = await app();
    await db.migrate(fileURLToPath(new URL("db/migrations", projectRoot)));
    output.line("The database is up to date.");
    output.record({ type: "migrated" });
    return 0;
  },
};
