import type { ParseArgsConfig } from "node:util";
import type { AppContext } from "#app/platform/app-context.ts";
import type { Output } from "./output.ts";

/** 0 done, 1 refused or found wrong, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export type CommandInput = {
  positionals: string[];
  values: Record<string, string | boolean | string[] | undefined>;
  output: Output;
  /** Opens the database at the first call; the command runner closes it. */
  app: () => Promise<AppContext>;
};

export type Command = {
  /** The words that call it, such as `people import`. */
  name: string;
  /** Its arguments as shown in the usage line, such as `FILE [--dry-run]`. */
  usage: string;
  summary: string;
  options: NonNullable<ParseArgsConfig["options"]>;
  /** How many positional arguments it takes: at least and at most. */
  positionals: [number, number];
  run: (input: CommandInput) => Promise<ExitCode>;
};

/** Thrown for wrong arguments: printed with the usage line, exit code 2. */
export class UsageError extends Error {}
