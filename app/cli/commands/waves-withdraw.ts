import { withdrawWave } from "#app/features/waves/withdraw-wave.server.ts";
import type { Command } from "../command.ts";

export const wavesWithdrawCommand: Command = {
  name: "waves withdraw",
  usage: "ID",
  summary: "Takes a wave out of force from now on. What was decided under it stays as it is.",
  options: {},
  positionals: [1, 1],
  run: async ({ positionals, app, output }) => {
    const { db, clock } = await app();
    const wave = await withdrawWave({ db, clock, waveId: positionals[0] ?? "" });
    output.line(`The wave of edition ${wave.editionId} is withdrawn.`);
    output.record({ type: "wave-withdrawn", ...wave });
    return 0;
  },
};
