import { demoSeedCommand } from "./commands/demo-seed.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { contentPublishCommand } from "./commands/content-publish.ts";
import { evidenceVerifyCommand } from "./commands/evidence-verify.ts";
import { runCommand } from "./run-command.ts";
process.exitCode = await runCommand([demoSeedCommand, migrateCommand, contentPublishCommand, evidenceVerifyCommand], process.argv.slice(2));
