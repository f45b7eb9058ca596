import { addContentFiles } from "#app/features/programs/add-content-files.server.ts";
import { newItemFile } from "#app/features/programs/new-content-files.ts";
import type { Command } from "../command.ts";
import { newContentOf, programOption, tellWritten } from "./new-content.ts";

export const contentNewItemCommand: Command = {
  name: "content new item",
  usage: "NAME [--program DIR]",
  summary: "Writes a file of the item bank with one item to fill in. NAME is its id, such as adriatic-lines.",
  options: programOption,
  positionals: [1, 1],
  run: async (input) => {
    const { folder, name, title } = newContentOf(input);
    const file = newItemFile({ name, title });
    await addContentFiles(folder, [file]);
    tellWritten(input.output, folder, [file]);
    return 0;
  },
};
