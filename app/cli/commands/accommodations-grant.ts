import { accommodationInput } from "#app/features/assessments/accommodation-input.ts";
import { grantAccommodation } from "#app/features/assessments/grant-accommodation.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Command } from "../command.ts";
import { describeAccommodation } from "./describe-accommodation.ts";
import { getNamedPerson } from "./get-named-person.ts";
import { parsedOptions, requiredOption } from "./required-option.ts";

export const accommodationsGrantCommand: Command = {
  name: "accommodations grant",
  usage: "EMPLOYEE_ID --extra-time PERCENT|--no-limit --reason TEXT --by NAME",
  summary: "Gives a person more time for the assessment, for attempts that start from now on.",
  options: {
    "extra-time": { type: "string" },
    "no-limit": { type: "boolean" },
    reason: { type: "string" },
    by: { type: "string" },
  },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const input = parsedOptions(accommodationInput, {
      extraTimePercent: values["extra-time"] ?? null,
      noTimeLimit: values["no-limit"] === true,
      reason: requiredOption(values, "reason"),
      by: requiredOption(values, "by"),
    });
    const { db, clock } = await app();
    const person = await getNamedPerson(db.read, positionals[0] ?? "");
    const granted = await grantAccommodation({ db, clock, personId: person.id, input });
    output.line(`${fullName(person)} has ${describeAccommodation(granted)} in attempts that start from now on.`);
    output.record({ type: "accommodation-granted", employeeId: person.employeeId, ...granted });
    return 0;
  },
};
