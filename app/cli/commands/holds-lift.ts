import { liftHoldInput } from "#app/features/holds/hold-input.ts";
import { liftHold } from "#app/features/holds/lift-hold.server.ts";
import type { Command } from "../command.ts";
import { isoInstant, parsedOptions, requiredOption } from "./required-option.ts";

export const holdsLiftCommand: Command = {
  name: "holds lift",
  usage: "HOLD_ID --reason TEXT --by NAME",
  summary: "Ends a hold from now on.",
  options: { reason: { type: "string" }, by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const input = parsedOptions(liftHoldInput, {
      reason: requiredOption(values, "reason"),
      by: requiredOption(values, "by"),
    });
    const { db, clock } = await app();
    const hold = await liftHold({ db, clock, holdId: positionals[0] ?? "", input });
    output.line(`The hold for case ${hold.caseReference} is lifted since ${isoInstant(hold.liftedAt ?? clock.now())}.`);
    output.record({ type: "hold-lifted", ...hold });
    return 0;
  },
};
