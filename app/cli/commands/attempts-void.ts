import { voidAttempt, voidInput } from "#app/features/assessments/void-attempt.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Command } from "../command.ts";
import { getNamedPerson } from "./get-named-person.ts";
import { parsedOptions, requiredOption } from "./required-option.ts";

export const attemptsVoidCommand: Command = {
  name: "attempts void",
  usage: "EMPLOYEE_ID --attempt NUMBER|current --reason TEXT --by NAME",
  summary: "Makes an attempt that a technical fault broke count for nothing.",
  options: { attempt: { type: "string" }, reason: { type: "string" }, by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const input = parsedOptions(voidInput, {
      attempt: requiredOption(values, "attempt"),
      reason: requiredOption(values, "reason"),
      by: requiredOption(values, "by"),
    });
    const { db, clock } = await app();
    const person = await getNamedPerson(db.read, positionals[0] ?? "");
    const { number, wasOpen } = await voidAttempt({ db, clock, personId: person.id, input });
    if (wasOpen) output.line(`Attempt ${number} was in progress; it is closed now.`);
    output.line(`Attempt ${number} of ${fullName(person)} does not count.`);
    output.record({ type: "attempt-voided", employeeId: person.employeeId, number });
    return 0;
  },
};
