import { holdInput } from "#app/features/holds/hold-input.ts";
import { placeHold } from "#app/features/holds/place-hold.server.ts";
import { fullName } from "#app/features/people/full-name.ts";

import type { Command } from "../command.ts";
import { getNamedPerson } from "./get-named-person.ts";
import { isoInstant, parsedOptions, requiredOption } from "./required-option.ts";

export const holdsPlaceCommand: Command = {
  name: "holds place",
  usage: "EMPLOYEE_ID --case REFERENCE --reason TEXT --by NAME",
  summary: "Suspends a person's right to claim deals, from now until the hold is lifted.",
  options: { case: { type: "string" }, reason: { type: "string" }, by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const input = parsedOptions(holdInput, {
      caseReference: requiredOption(values, "case"),
      reason: requiredOption(values, "reason"),
      by: requiredOption(values, "by"),
    });
    const { db, clock } = await app();
    const person = await getNamedPerson(db.read, positionals[0] ?? "");
    const hold = await placeHold({ db, clock, personId: person.id, input });
    output.line(`${fullName(person)} cannot claim deals since ${isoInstant(hold.openedAt)}.`);
    output.line(`The hold is ${hold.id}; "cleared holds lift" ends it.`);
    output.record({ type: "hold-placed", ...hold });
    return 0;
  },
};
