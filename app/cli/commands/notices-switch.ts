import { getNoticeSettings, setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { countLadderWaiting } from "#app/features/notices/while-on.server.ts";
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
      : "Turns reminders off at once. A run that is under way ends, and what waits in the outbox is held back; turned on again, it goes out as far as it is still wanted.",
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
      const held = enabled ? 0 : await countLadderWaiting(db.read);
      if (held > 0) output.line(`${held} mails wait in the outbox and are held back.`);
      output.record({ type: "notices-switched", enabled, changed, held });
      return 0;
    },
  };
}
