import type { Command } from "./command.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { runCommand } from "./run-command.ts";

const commands: Command[] = [migrateCommand];

process.exitCode = await runCommand(commands, process.argv.slice(2));
