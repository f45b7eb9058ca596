import { hrFeed } from "#app/features/people/hr-feed.ts";
import { importCommand } from "./import-command.ts";

export const peopleImportCommand = importCommand({
  name: "people import",
  summary: "Loads the HR feed.",
  feedOf: () => Promise.resolve(hrFeed),
});
