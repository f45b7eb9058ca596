import { getWork } from "#app/features/work/read-work.server.ts";
import type { Command } from "../command.ts";
import { workLine, workRecord } from "./describe-work.ts";

export const workShowCommand: Command = {
  name: "work show",
  usage: "ID",
  summary: "Shows one piece of background work: progress, result, why it failed, its files.",
  options: {},
  positionals: [1, 1],
  run: async ({ app, output, positionals }) => {
    const { db } = await app();
    const { files, ...row } = await getWork(db.read, { workId: positionals[0] ?? "", scope: "everybody" });
    output.line(workLine(row));
    for (const [name, value] of Object.entries(row.result?.counts ?? {})) output.line(`  ${name}: ${value}`);
    for (const { text } of row.result?.notes ?? []) output.line(`  ${text}`);
    if (row.failure) output.line(`  Failed (${row.failure.code}): ${row.failure.words ?? "see the server's log"}`);
    for (const { role, name, size } of files) output.line(`  ${role} file ${name}, ${size} bytes`);
    output.record({ ...workRecord(row), notes: row.result?.notes ?? [], files });
    return row.state === "failed" ? 1 : 0;
  },
};
