import { listWork } from "#app/features/work/read-work.server.ts";
import type { Command } from "../command.ts";
import { workLine, workRecord } from "./describe-work.ts";

export const workListCommand: Command = {
  name: "work list",
  usage: "",
  summary: "Lists the newest background work: state, progress, kind, who started it and when.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db } = await app();
    const rows = await listWork(db.read, { scope: "everybody" });
    if (rows.length === 0) output.line("There is no background work.");
    for (const row of rows) {
      output.line(workLine(row));
      output.record(workRecord(row));
    }
    return 0;
  },
};
