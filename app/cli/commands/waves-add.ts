import { addWave } from "#app/features/waves/add-wave.server.ts";
import { waveGraceEnd } from "#app/features/waves/wave-applies.ts";
import { waveInput } from "#app/features/waves/wave-input.ts";
import type { Command } from "../command.ts";
import { operatorName } from "./operator-name.ts";
import { isoInstant, parsedOptions, requiredOption } from "./required-option.ts";

export const wavesAddCommand: Command = {
  name: "waves add",
  usage:
    "--edition ID --countries US,CA|all --effective T --mode enforce|shadow --grace-days N [--kinds rep,partner,staff] [--by NAME]",
  summary:
    "Announces that an edition takes effect. T is an instant such as 2011-11-01T09:00:00Z, or a day, which starts at midnight UTC. Reps are meant unless --kinds says otherwise.",
  options: {
    edition: { type: "string" },
    countries: { type: "string" },
    effective: { type: "string" },
    mode: { type: "string" },
    "grace-days": { type: "string" },
    kinds: { type: "string" },
    by: { type: "string" },
  },
  positionals: [0, 0],
  run: async ({ values, app, output }) => {
    const kinds = typeof values.kinds === "string" ? values.kinds.split(",").map((kind) => kind.trim()) : undefined;
    const input = parsedOptions(waveInput, {
      editionId: requiredOption(values, "edition"),
      countries: requiredOption(values, "countries"),
      effectiveAt: requiredOption(values, "effective"),
      mode: requiredOption(values, "mode"),
      graceDays: requiredOption(values, "grace-days"),
      kinds,
    });
    const { db, clock } = await app();
    const by = typeof values.by === "string" && values.by.trim() !== "" ? values.by.trim() : operatorName();
    const wave = await addWave({ db, clock, input, by });
    const where = wave.countries?.join(", ") ?? "every country";
    const verb = wave.mode === "enforce" ? "takes effect" : "is tried without consequences";
    output.line(`Edition ${wave.editionId} ${verb} for ${wave.kinds.join(", ")} in ${where}.`);
    output.line(`From ${isoInstant(wave.effectiveAt)}, with grace until ${isoInstant(waveGraceEnd(wave))}.`);
    if (wave.effectiveAt <= wave.createdAt) output.line("That is in the past: it is in force now.");
    output.line(`Its id is ${wave.id}.`);
    output.record({ type: "wave-added", ...wave });
    return 0;
  },
};
