import { grantRole } from "#app/features/access/grant-role.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import { type Command, UsageError } from "../command.ts";
import { getPersonByEmployeeId, readRole } from "./accounts-role-arguments.ts";

export const accountsGrantCommand: Command = {
  name: "accounts grant",
  usage: "EMPLOYEE_ID --role program_office|auditor --by WHO",
  summary: "Gives a person a role from now on. WHO decided it is kept with the grant.",
  options: { role: { type: "string" }, by: { type: "string" } },
  positionals: [1, 1],
  run: async ({ app, output, positionals: [employeeId = ""], values }) => {
    const role = readRole(values);
    const by = typeof values.by === "string" ? values.by.trim() : "";
    if (by === "") throw new UsageError("Say with --by who decided this.");
    const { db, clock } = await app();
    const person = await getPersonByEmployeeId(db.read, employeeId);
    const grant = await grantRole({ db, clock, personId: person.id, role, by });
    output.line(`${fullName(person)} (${employeeId}) has the role ${role} now.`);
    output.record({ type: "role-granted", ...grant, employeeId });
    return 0;
  },
};
