import { listRuns, listStopped, namesOf } from "#app/features/notices/list-runs.server.ts";
import { listUnwritten } from "#app/features/notices/list-unwritten.server.ts";
import { getNoticeSettings, listNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { switches } from "#app/features/notices/policy-history.ts";
import type { Command } from "../command.ts";
import { isoInstant } from "./required-option.ts";

export const noticesStatusCommand: Command = {
  name: "notices status",
  usage: "",
  summary: "Says whether reminders are on, since when and by whom, and what the last runs did.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db, clock } = await app();
    const settings = await getNoticeSettings(db.read);
    const { last, runs } = await listRuns(db.read);
    const stopped = await listStopped(db.read);
    const [switched] = switches(await listNoticeSettings(db.read));
    const nameOf = await namesOf(db.read, [switched?.by ?? null]);
    const since = switched ? `, since ${isoInstant(switched.at)} by ${nameOf(switched.by)}` : "";
    output.line(`Reminders are ${settings.enabled ? "on" : "off"}${since}.`);
    if (last) output.line(`The last run was at ${isoInstant(last.startedAt)}.`);
    for (const { startedAt, state, planned, sent, summary, times, since } of runs) {
      const unwritten = summary?.unwritten ? `, ${summary.unwritten.mails} could not be written` : "";
      const again = times > 1 ? `, tried ${times} times since ${isoInstant(since)}` : "";
      output.line(`  ${isoInstant(startedAt)}  ${state.padEnd(9)}  ${sent} of ${planned} sent${unwritten}${again}`);
    }
    const unwritten = await listUnwritten(db.read, clock.now());
    for (const { toName, step, said, at } of unwritten)
      output.line(`Not written for ${toName} (${step}), last tried at ${isoInstant(at)}: ${said}`);
    for (const { id, planned } of stopped)
      output.line(`${planned} mails wait to be confirmed: cleared notices confirm ${id}`);
    output.record({ type: "notices-status", ...settings, last, runs, unwritten });
    return 0;
  },
};
