import { cancelWork } from "#app/features/work/cancel-work.server.ts";
import type { Command } from "../command.ts";

const said = {
  cancelled: "It is cancelled.",
  asked: "It is asked to stop, and is cancelled in a few seconds.",
  over: "It was over already; nothing was changed.",
};

export const workCancelCommand: Command = {
  name: "work cancel",
  usage: "ID",
  summary: "Cancels background work that waits, and asks what runs to stop, where nothing is left half done.",
  options: {},
  positionals: [1, 1],
  run: async ({ app, output, positionals }) => {
    const { db, clock } = await app();
    const workId = positionals[0] ?? "";
    const outcome = await cancelWork({ db, clock }, { workId, scope: "everybody" });
    output.line(said[outcome]);
    output.record({ type: "work-cancelled", id: workId, outcome });
    return outcome === "over" ? 1 : 0;
  },
};
