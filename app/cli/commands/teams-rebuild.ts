import { rebuildStandingFacts } from "#app/features/teams/rebuild-standing-facts.server.ts";
import type { Command } from "../command.ts";

export const teamsRebuildCommand: Command = {
  name: "teams rebuild",
  usage: "",
  summary: "Gathers anew what the standing of teams depends on, and stores it where it is missing or different.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db } = await app();
    const progress = output.progress("Gathering");
    const { people, written, removed } = await rebuildStandingFacts(db, { onProgress: progress.update });
    progress.end();
    output.line(`${people} people gathered; ${written} were missing or different, ${removed} were removed.`);
    output.record({ type: "summary", people, written, removed });
    return 0;
  },
};
