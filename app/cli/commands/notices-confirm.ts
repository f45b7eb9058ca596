import { confirmRun } from "#app/features/notices/confirm-run.server.ts";
import type { Command } from "../command.ts";
import { operatorName } from "./operator-name.ts";

export const noticesConfirmCommand: Command = {
  name: "notices confirm",
  usage: "RUN [--by NAME]",
  summary: 'Sends what a run planned that stopped because it would reach very many. "cleared notices status" names it.',
  options: { by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const by = typeof values.by === "string" && values.by.trim() !== "" ? values.by.trim() : operatorName();
    const { db, clock } = await app();
    const { planned, sent } = await confirmRun({ db, clock, runId: positionals[0] ?? "", by });
    output.line(`${sent} of ${planned} mails are on their way.`);
    if (sent < planned) output.line("The others are not needed any more, or wait until it is day for their readers.");
    output.record({ type: "notices-confirmed", planned, sent });
    return 0;
  },
};
