import { endAccommodationInput } from "#app/features/assessments/accommodation-input.ts";
import { endAccommodation } from "#app/features/assessments/end-accommodation.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Command } from "../command.ts";
import { getNamedPerson } from "./get-named-person.ts";
import { parsedOptions, requiredOption } from "./required-option.ts";

export const accommodationsEndCommand: Command = {
  name: "accommodations end",
  usage: "EMPLOYEE_ID --by NAME",
  summary: "Ends a person's accommodation: the usual time limit holds for attempts that start from now on.",
  options: { by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const input = parsedOptions(endAccommodationInput, { by: requiredOption(values, "by") });
    const { db, clock } = await app();
    const person = await getNamedPerson(db.read, positionals[0] ?? "");
    const ended = await endAccommodation({ db, clock, personId: person.id, input });
    output.line(`${fullName(person)} has the usual time limit in attempts that start from now on.`);
    output.record({ type: "accommodation-ended", employeeId: person.employeeId, ...ended });
    return 0;
  },
};
