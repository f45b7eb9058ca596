import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import type { Command } from "../command.ts";
import { operatorName } from "./operator-name.ts";

export const noticesOnCommand = switchCommand(true);
export const noticesOffCommand = switchCommand(false);

function switchCommand(enabled: boolean): Command {
  const word = enabled ? "on" : "off";
  return {
    name: `notices ${word}`,
    usage: "[--by NAME]",
    summary: enabled
      ? 'Turns reminders on: from the next quarter of an hour people get what is due. "cleared notices preview" says what that is.'
      : "Turns reminders off at once. Nothing new is put into the outbox, and a run that is under way ends.",
    options: { by: { type: "string" } },
    positionals: [0, 0],
    run: async ({ values, app, output }) => {
      const by = typeof values.by === "string" && values.by.trim() !== "" ? values.by.trim() : operatorName();
      const { db, clock } = await app();
      const changed = await setNoticeSettings({ db, clock, enabled, by });
      output.line(changed ? `Reminders are ${word} now.` : `Reminders were ${word} before.`);
      output.record({ type: "notices-switched", enabled, changed });
      return 0;
    },
  };
}
