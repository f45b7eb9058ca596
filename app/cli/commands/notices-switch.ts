import { getNoticeSettings, setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import type { Command } from "../command.ts";
import { operatorName } from "./operator-name.ts";
import { policyOf, policyOptions, policyUsage } from "./policy-options.ts";

export const noticesOnCommand = switchCommand(true);
export const noticesOffCommand = switchCommand(false);

function switchCommand(enabled: boolean): Command {
  const word = enabled ? "on" : "off";
  return {
    name: `notices ${word}`,
    usage: enabled ? `${policyUsage} [--by NAME]` : "[--by NAME]",
    summary: enabled
      ? 'Turns reminders on: from the next quarter of an hour people get what is due. "cleared notices preview" says what that is, "cleared notices policy" what the rules are.'
      : "Turns reminders off at once. Nothing new is put into the outbox, and a run that is under way ends.",
    options: {
      by: { type: "string" },
      ...(enabled ? policyOptions : {}),
    },
    positionals: [0, 0],
    run: async ({ values, app, output }) => {
      const by = typeof values.by === "string" && values.by.trim() !== "" ? values.by.trim() : operatorName();
      const { db, clock } = await app();
      const policy = policyOf(values, (await getNoticeSettings(db.read)).policy) ?? {};
      const changed = await setNoticeSettings({ db, clock, enabled, policy, by });
      output.line(changed ? `Reminders are ${word} now.` : `Reminders were ${word} before.`);
      output.record({ type: "notices-switched", enabled, changed });
      return 0;
    },
  };
}
