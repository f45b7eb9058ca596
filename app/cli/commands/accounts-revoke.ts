import { revokeRole } from "#app/features/access/revoke-role.server.ts";
import { fullName } from "#app/features/people/full-name.ts";
import type { Command } from "../command.ts";
import { getPersonByEmployeeId, readRole } from "./accounts-role-arguments.ts";

export const accountsRevokeCommand: Command = {
  name: "accounts revoke",
  usage: "EMPLOYEE_ID --role program_office|auditor",
  summary: "Takes a role away from a person from now on.",
  options: { role: { type: "string" } },
  positionals: [1, 1],
  run: async ({ app, output, positionals: [employeeId = ""], values }) => {
    const role = readRole(values);
    const { db, clock } = await app();
    const person = await getPersonByEmployeeId(db.read, employeeId);
    await revokeRole({ db, clock, personId: person.id, role });
    output.line(`${fullName(person)} (${employeeId}) no longer has the role ${role}.`);
    output.record({ type: "role-revoked", personId: person.id, employeeId, role });
    return 0;
  },
};
