import { listWaves } from "#app/features/waves/list-waves.server.ts";
import type { Command } from "../command.ts";
import { isoInstant } from "./required-option.ts";

export const wavesListCommand: Command = {
  name: "waves list",
  usage: "",
  summary: "Lists every wave, the newest first.",
  options: {},
  positionals: [0, 0],
  run: async ({ app, output }) => {
    const { db, clock } = await app();
    const now = clock.now();
    const waves = await listWaves(db.read);
    if (waves.length === 0) output.line("There is no wave: nobody needs a certification yet.");
    for (const wave of waves) {
      const { id, editionId, mode, effectiveAt, graceDays, kinds, countries, withdrawnAt } = wave;
      const begun = effectiveAt <= now ? "since" : "from";
      const where = countries?.join(",") ?? "every country";
      const end = withdrawnAt === null ? "" : `, withdrawn ${isoInstant(withdrawnAt)}`;
      output.line(
        `${id}  ${editionId}  ${mode} ${begun} ${isoInstant(effectiveAt)}, ${graceDays} days of grace, ${kinds.join(",")} in ${where}${end}`,
      );
      output.record({ type: "wave", ...wave });
    }
    return 0;
  },
};
