import { parseArgs } from "node:util";
import type { AppContext } from "#app/platform/app-context.ts";
import { openAppContext } from "#app/platform/open-app-context.server.ts";
import { type Command, type ExitCode, UsageError } from "./command.ts";
import { failureWords } from "./failure-words.ts";
import { createOutput, type Output } from "./output.ts";

/** Finds the command in `commands`, parses its arguments and runs it. Never throws: every failure becomes a line and a code. */
export async function runCommand(commands: Command[], argv: string[]): Promise<ExitCode> {
  const words = argv.filter((word) => !word.startsWith("-"));
  if (words.length === 0 || words[0] === "help") {
    const asked = words[0] === "help" || argv.includes("--help") || argv.includes("-h");
    (asked ? process.stdout : process.stderr).write(`${overview(commands)}\n`);
    return asked ? 0 : 2;
  }
  const command = commands.find(
    ({ name }) =>
      `${words.join(" ")} `.startsWith(`${name} `) && argv.slice(0, name.split(" ").length).join(" ") === name,
  );
  if (!command) {
    process.stderr.write(`There is no command "${words.slice(0, 2).join(" ")}".\n\n${overview(commands)}\n`);
    return 2;
  }
  return execute(command, argv.slice(command.name.split(" ").length));
}

async function execute(command: Command, args: string[]): Promise<ExitCode> {
  const usage = `Usage: cleared ${command.name} ${command.usage}`.trimEnd();
  const output = createOutput(args.includes("--json"));
  let context: AppContext | undefined;
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { ...command.options, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
      allowPositionals: true,
      strict: true,
    });
    if (values.help) {
      process.stdout.write(`${usage}\n\n${command.summary}\n`);
      return 0;
    }
    const [least, most] = command.positionals;
    if (positionals.length < least) throw new UsageError("An argument is missing.");
    if (positionals.length > most) throw new UsageError(`Unexpected argument "${positionals[most]}".`);
    const app = async () => {
      context ??= await openAppContext();
      return context;
    };
    return await command.run({
      positionals,
      values: values as Record<string, string | boolean | string[] | undefined>,
      output,
      app,
    });
  } catch (error) {
    return explain(error, usage, output);
  } finally {
    await context?.db.close();
  }
}

function explain(error: unknown, usage: string, output: Output): ExitCode {
  const wrongArguments =
    error instanceof UsageError ||
    (error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));
  const message = failureWords(error);
  output.error(wrongArguments ? `${message}\n${usage}` : message);
  output.record({ type: "error", message });
  return wrongArguments ? 2 : 1;
}

function overview(commands: Command[]): string {
  const lines = commands.map(({ name, usage, summary }) => `  ${`${name} ${usage}`.trimEnd()}\n      ${summary}`);
  return ["Usage: cleared COMMAND [ARGUMENTS] [--json] [--help]", "", ...lines].join("\n");
}
