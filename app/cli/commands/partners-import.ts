import { readPartnerFeed } from "#app/features/partners/read-partner-feed.server.ts";
import { importCommand } from "./import-command.ts";

export const partnersImportCommand = importCommand({
  name: "partners import",
  summary: "Loads the feed of the people of partner firms, matched by their external id. The firms come first.",
  feedOf: readPartnerFeed,
});
