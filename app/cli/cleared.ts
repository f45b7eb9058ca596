import type { Command } from "./command.ts";
import { accommodationsEndCommand } from "./commands/accommodations-end.ts";
import { accommodationsGrantCommand } from "./commands/accommodations-grant.ts";
import { accommodationsListCommand } from "./commands/accommodations-list.ts";
import { accountsGrantCommand } from "./commands/accounts-grant.ts";
import { accountsRevokeCommand } from "./commands/accounts-revoke.ts";
import { accountsSetPasswordCommand } from "./commands/accounts-set-password.ts";
import { attemptsUnlockCommand } from "./commands/attempts-unlock.ts";
import { attemptsVoidCommand } from "./commands/attempts-void.ts";
import { contentCheckCommand } from "./commands/content-check.ts";
import { contentImportCommand } from "./commands/content-import.ts";
import { contentNewItemCommand } from "./commands/content-new-item.ts";
import { contentNewModuleCommand } from "./commands/content-new-module.ts";
import { contentPublishCommand } from "./commands/content-publish.ts";
import { demoSeedCommand } from "./commands/demo-seed.ts";
import { demoServeCommand } from "./commands/demo-serve.ts";
import { doctorCommand } from "./commands/doctor.ts";
import { evidenceVerifyCommand } from "./commands/evidence-verify.ts";
import { firmsAddCommand } from "./commands/firms-add.ts";
import { firmsImportCommand } from "./commands/firms-import.ts";
import { firmsListCommand } from "./commands/firms-list.ts";
import { holdsLiftCommand } from "./commands/holds-lift.ts";
import { holdsPlaceCommand } from "./commands/holds-place.ts";
import { itemsStatisticsCommand } from "./commands/items-statistics.ts";
import { keysCreateCommand } from "./commands/keys-create.ts";
import { keysListCommand } from "./commands/keys-list.ts";
import { keysRevokeCommand } from "./commands/keys-revoke.ts";
import { messagesBounceCommand } from "./commands/messages-bounce.ts";
import { messagesClearAddressCommand } from "./commands/messages-clear-address.ts";
import { messagesListCommand } from "./commands/messages-list.ts";
import { messagesResendCommand } from "./commands/messages-resend.ts";
import { messagesSendCommand } from "./commands/messages-send.ts";
import { migrateCommand } from "./commands/migrate.ts";
import { noticesConfirmCommand } from "./commands/notices-confirm.ts";
import { noticesPolicyCommand } from "./commands/notices-policy.ts";
import { noticesPreviewCommand } from "./commands/notices-preview.ts";
import { noticesStatusCommand } from "./commands/notices-status.ts";
import { noticesOffCommand, noticesOnCommand } from "./commands/notices-switch.ts";
import { overridesGrantCommand } from "./commands/overrides-grant.ts";
import { partnersImportCommand } from "./commands/partners-import.ts";
import { peopleAddCommand } from "./commands/people-add.ts";
import { peopleImportCommand } from "./commands/people-import.ts";
import { replaysAddCommand } from "./commands/replays-add.ts";
import { replaysCheckCommand } from "./commands/replays-check.ts";
import { serveCommand } from "./commands/serve.ts";
import { standingCommand } from "./commands/standing.ts";
import { teamsRebuildCommand } from "./commands/teams-rebuild.ts";
import { wavesAddCommand } from "./commands/waves-add.ts";
import { wavesListCommand } from "./commands/waves-list.ts";
import { wavesWithdrawCommand } from "./commands/waves-withdraw.ts";
import { workCancelCommand } from "./commands/work-cancel.ts";
import { workListCommand } from "./commands/work-list.ts";
import { workShowCommand } from "./commands/work-show.ts";
import { runCommand } from "./run-command.ts";

const commands: Command[] = [
  serveCommand,
  migrateCommand,
  doctorCommand,
  contentCheckCommand,
  contentPublishCommand,
  contentNewModuleCommand,
  contentNewItemCommand,
  contentImportCommand,
  replaysCheckCommand,
  replaysAddCommand,
  peopleImportCommand,
  peopleAddCommand,
  firmsImportCommand,
  firmsAddCommand,
  firmsListCommand,
  partnersImportCommand,
  keysCreateCommand,
  keysListCommand,
  keysRevokeCommand,
  wavesAddCommand,
  wavesListCommand,
  wavesWithdrawCommand,
  standingCommand,
  holdsPlaceCommand,
  holdsLiftCommand,
  overridesGrantCommand,
  noticesPreviewCommand,
  noticesPolicyCommand,
  noticesOnCommand,
  noticesOffCommand,
  noticesStatusCommand,
  noticesConfirmCommand,
  attemptsUnlockCommand,
  attemptsVoidCommand,
  accommodationsGrantCommand,
  accommodationsEndCommand,
  accommodationsListCommand,
  evidenceVerifyCommand,
  itemsStatisticsCommand,
  teamsRebuildCommand,
  messagesSendCommand,
  messagesListCommand,
  messagesResendCommand,
  messagesClearAddressCommand,
  messagesBounceCommand,
  demoSeedCommand,
  accountsGrantCommand,
  accountsRevokeCommand,
  accountsSetPasswordCommand,
  demoServeCommand,
  workListCommand,
  workShowCommand,
  workCancelCommand,
];

// Whoever reads our output may stop before its end, as `head` does: then there is nobody left to write for.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));

process.exitCode = await runCommand(commands, process.argv.slice(2));
