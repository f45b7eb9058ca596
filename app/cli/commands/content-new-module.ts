import { addContentFiles, nextLessonPlace } from "#app/features/programs/add-content-files.server.ts";
import { newModuleFiles } from "#app/features/programs/new-content-files.ts";
import type { Command } from "../command.ts";
import { newContentOf, programOption, tellWritten } from "./new-content.ts";

export const contentNewModuleCommand: Command = {
  name: "content new module",
  usage: "NAME [--program DIR]",
  summary: "Writes a lesson and the file of its practice scenarios to fill in. NAME is its id, such as installed-base.",
  options: programOption,
  positionals: [1, 1],
  run: async (input) => {
    const { folder, name, title } = newContentOf(input);
    const files = newModuleFiles({ name, title, ...(await nextLessonPlace(folder)) });
    await addContentFiles(folder, files);
    tellWritten(input.output, folder, files);
    return 0;
  },
};
