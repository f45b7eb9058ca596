import { existsSync } from "node:fs";
import { join } from "node:path";
import { defaultProgramId } from "#app/features/programs/default-program.ts";
import type { NewFile } from "#app/features/programs/new-content-files.ts";
import { type CommandInput, UsageError } from "../command.ts";
import type { Output } from "../output.ts";

export const programOption = { program: { type: "string" } } as const;

/** The folder, id and title that a `content new` command was given. */
export function newContentOf({ positionals, values }: Pick<CommandInput, "positionals" | "values">) {
  const folder = String(values.program ?? `content/${defaultProgramId}`);
  const [name = ""] = positionals;
  if (!existsSync(join(folder, "program.yaml"))) throw new UsageError(`There is no program in ${folder}.`);
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) {
    throw new UsageError("NAME is an id: lower-case words joined by hyphens, such as installed-base.");
  }
  return { folder, name, title: name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ") };
}

export function tellWritten(output: Output, folder: string, files: readonly NewFile[]): void {
  for (const { path } of files) {
    output.line(`Wrote ${join(folder, path)}.`);
    output.record({ type: "written", file: join(folder, path) });
  }
  output.line("Replace every TODO; `cleared content check` says what is still missing.");
}
