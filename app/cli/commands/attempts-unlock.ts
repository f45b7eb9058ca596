import { unlockAttempt, unlockInput } from "#app/features/assessments/unlock-attempt.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Command } from "../command.ts";
import { getNamedPerson } from "./get-named-person.ts";
import { parsedOptions, requiredOption } from "./required-option.ts";

export const attemptsUnlockCommand: Command = {
  name: "attempts unlock",
  usage: "EMPLOYEE_ID --reason TEXT --by NAME",
  summary: "Opens one more attempt for a person whose next one waits for a coach.",
  options: { reason: { type: "string" }, by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const input = parsedOptions(unlockInput, {
      by: requiredOption(values, "by"),
      reason: requiredOption(values, "reason"),
    });
    const { db, clock } = await app();
    const person = await getNamedPerson(db.read, positionals[0] ?? "");
    const { number } = await unlockAttempt({ db, clock, personId: person.id, input });
    output.line(`${fullName(person)} may start attempt ${number}, once the missed lessons are reviewed.`);
    output.record({ type: "attempt-unlocked", employeeId: person.employeeId, number });
    return 0;
  },
};
