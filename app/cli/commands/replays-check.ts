import { checkReplayFolder } from "#app/features/programs/check-replay-folder.server.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { type Command, UsageError } from "../command.ts";

export const replaysCheckCommand: Command = {
  name: "replays check",
  usage: "[DIR]",
  summary: `Checks the replays of a program: length of the film, captions, chapters, checkpoints. DIR is content/${defaultProgramId} unless given.`,
  options: {},
  positionals: [0, 1],
  run: async ({ positionals, output }) => {
    const folder = (positionals[0] ?? `content/${defaultProgramId}`).replace(/(.)[\\/]+$/, "$1");
    const { problems, replays } = await checkReplayFolder(folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
      throw new UsageError(`There is no folder ${folder}.`);
    });
    for (const { file, line, message } of problems) {
      output.line(`${folder}/${file}:${line}: ${message}`);
      output.record({ type: "problem", file: `${folder}/${file}`, line, message });
    }
    for (const replay of replays) {
      const { id, seconds, chapters, mandatory, checkpoints, captions, fastest, measuredBy } = replay;
      const length = `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
      const how = measuredBy ? `measured by ${measuredBy}` : "lies elsewhere and was not measured";
      output.line(
        `${id}: ${length} (${how}), ${chapters} chapters of which ${mandatory} mandatory, ${checkpoints} checkpoints, ` +
          `${captions} captions, the fastest ${fastest.toFixed(1)} characters a second.`,
      );
      output.record({ type: "replay", ...replay });
    }
    if (problems.length === 0) output.line(`No problem found in ${replays.length} replays.`);
    output.record({ type: "checked", ok: problems.length === 0, problems: problems.length });
    return problems.length === 0 ? 0 : 1;
  },
};
