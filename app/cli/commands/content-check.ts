import { type Compilation, compileProgram } from "#app/features/programs/compile-program.server.ts";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import { reportLines } from "#app/features/programs/report-lines.ts";
import { type Command, type CommandInput, UsageError } from "../command.ts";
import type { Output } from "../output.ts";

export const contentCheckCommand: Command = {
  name: "content check",
  usage: "[DIR] [--report]",
  summary: `Compiles a program and prints every problem with file and line. DIR is content/${defaultProgramId} unless given.`,
  options: { report: { type: "boolean" } },
  positionals: [0, 1],
  run: async ({ positionals, values, output }) => {
    const { blueprint, figures, release, ...found } = await compileFolder({ positionals, output });
    if (values.report) {
      for (const line of reportLines(blueprint, figures)) output.line(line);
      for (const row of blueprint) output.record({ type: "clause", ...row });
      output.record({ type: "figures", ...figures });
    }
    if (!release) return refuse(output, found);
    const { modules, scenarios, items, partnerItems, story, replays } = release.content;
    const counted = {
      modules: modules.length,
      scenarios: scenarios.length,
      items: items.length,
      partnerItems: partnerItems.length,
      scenes: story?.scenes.length ?? 0,
      replays: replays.length,
    };
    const also = [
      ...(story ? [`a story of ${counted.scenes} scenes`] : []),
      ...(counted.partnerItems > 0 ? [`${counted.partnerItems} partner items`] : []),
      ...(counted.replays > 0 ? [`${counted.replays} ${counted.replays === 1 ? "replay" : "replays"}`] : []),
    ].map((one) => `, ${one}`);
    output.line(
      `No problem found: ${counted.modules} modules, ${counted.scenarios} scenarios, ${counted.items} items${also.join("")}.\n` +
        `Published, this is release ${release.id}.`,
    );
    output.record({ type: "checked", ok: true, releaseId: release.id, ...counted });
    return 0;
  },
};

/** Compiles the folder that the command names, with a bar for its files, and prints each problem. */
export async function compileFolder({
  positionals,
  output,
}: Pick<CommandInput, "positionals" | "output">): Promise<Compilation> {
  const folder = (positionals[0] ?? `content/${defaultProgramId}`).replace(/(.)[\\/]+$/, "$1");
  const bar = output.progress("Compiling");
  const compiled = await compileProgram(folder, bar.update).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "ENOENT" && error.code !== "ENOTDIR") throw error;
    throw new UsageError(`There is no folder ${folder}.`);
  });
  bar.end();
  for (const { file, line, message } of compiled.problems) {
    output.line(`${folder}/${file}:${line}: ${message}`);
    output.record({ type: "problem", file: `${folder}/${file}`, line, message });
  }
  return compiled;
}

/** The last lines of a run that found problems. */
export function refuse(output: Output, { problems, partial }: Pick<Compilation, "problems" | "partial">): 1 {
  output.line(`${problems.length} ${problems.length === 1 ? "problem" : "problems"} found. Nothing can be published.`);
  if (partial) output.line("What could not be read was left out: more may show once it can.");
  output.record({ type: "checked", ok: false, problems: problems.length, partial });
  return 1;
}
