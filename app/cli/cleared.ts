import type { Command } from "./command.ts";
import { contentCheckCommand } from "./commands/content-check.ts";
import { contentPublishCommand } from "./commands/content-publish.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { evidenceVerifyCommand } from "./commands/evidence-verify.ts";
import { keysCreateCommand } from "./commands/keys-create.ts";
import { keysListCommand } from "./commands/keys-list.ts";
import { keysRevokeCommand } from "./commands/keys-revoke.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { peopleAddCommand } from "./commands/people-add.ts";
import { peopleImportCommand } from "./commands/people-import.ts";
import { serveCommand } from "./commands/serve.ts";
import { runCommand } from "./run-command.ts";

const commands: Command[] = [
  serveCommand,
  migrateCommand,
  doctorCommand,
  contentCheckCommand,
  contentPublishCommand,
  peopleImportCommand,
  peopleAddCommand,
  keysCreateCommand,
  keysListCommand,
  keysRevokeCommand,
  evidenceVerifyCommand,
];

process.exitCode = await runCommand(commands, process.argv.slice(2));
