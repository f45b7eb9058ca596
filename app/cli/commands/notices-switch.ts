import { setNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { parseSendingHours, parseWeekdays } from "#app/features/notices/sending-hours.ts";
import type { NoticePolicy } from "#app/platform/db.server.ts";
import { type Command, type CommandInput, UsageError } from "../command.ts";
import { operatorName } from "./operator-name.ts";

export const noticesOnCommand = switchCommand(true);
export const noticesOffCommand = switchCommand(false);

function switchCommand(enabled: boolean): Command {
  const word = enabled ? "on" : "off";
  return {
    name: `notices ${word}`,
    usage: enabled ? "[--hours 8-18] [--weekdays 1,2,3,4,5] [--by NAME]" : "[--by NAME]",
    summary: enabled
      ? 'Turns reminders on: from the next quarter of an hour people get what is due. "cleared notices preview" says what that is. --hours and --weekdays (1 is Monday) say when mail goes out, where its reader is.'
      : "Turns reminders off at once. Nothing new is put into the outbox, and a run that is under way ends.",
    options: {
      by: { type: "string" },
      ...(enabled ? { hours: { type: "string" }, weekdays: { type: "string" } } : {}),
    },
    positionals: [0, 0],
    run: async ({ values, app, output }) => {
      const by = typeof values.by === "string" && values.by.trim() !== "" ? values.by.trim() : operatorName();
      const policy = policyOf(values);
      const { db, clock } = await app();
      const changed = await setNoticeSettings({ db, clock, enabled, policy, by });
      output.line(changed ? `Reminders are ${word} now.` : `Reminders were ${word} before.`);
      output.record({ type: "notices-switched", enabled, changed });
      return 0;
    },
  };
}

function policyOf({ hours, weekdays }: CommandInput["values"]): Partial<NoticePolicy> {
  const open = typeof hours === "string" ? parseSendingHours(hours) : {};
  if (open === null) throw new UsageError("--hours is a span of the day such as 8-18 or 08:30-17:00.");
  const days = typeof weekdays === "string" ? parseWeekdays(weekdays) : undefined;
  if (days === null) throw new UsageError("--weekdays are numbers from 1 (Monday) to 7, such as 1,2,3,4,5.");
  return { ...open, ...(days ? { weekdays: days } : {}) };
}
