import { grantOverride } from "#app/features/overrides/grant-override.server.ts";
import { overrideInput } from "#app/features/overrides/override-input.ts";
import { fullName } from "#app/features/people/full-name.ts";

import { type Command, UsageError } from "../command.ts";
import { getNamedPerson } from "./get-named-person.ts";
import { instantOption, isoInstant, parsedOptions, requiredOption } from "./required-option.ts";

export const overridesGrantCommand: Command = {
  name: "overrides grant",
  usage: "EMPLOYEE_ID --until T --reason TEXT --approver EMPLOYEE_ID --approver EMPLOYEE_ID",
  summary:
    "Lets a blocked person claim deals until T, at most 30 days from now. Two different people approve it, each the person's manager or of the program office. T is an instant, or a day, which starts at midnight UTC.",
  options: {
    until: { type: "string" },
    reason: { type: "string" },
    approver: { type: "string", multiple: true },
  },
  positionals: [1, 1],
  run: async ({ positionals, values, app, output }) => {
    const approvers = Array.isArray(values.approver) ? values.approver : [];
    if (approvers.length !== 2) throw new UsageError("Name two approvers, each with --approver.");
    const until = instantOption("until", requiredOption(values, "until"));
    const reason = requiredOption(values, "reason");
    const { db, clock } = await app();
    const person = await getNamedPerson(db.read, positionals[0] ?? "");
    const [first, second] = await Promise.all(approvers.map((id) => getNamedPerson(db.read, id)));
    const input = parsedOptions(overrideInput, { until, reason, approverIds: [first?.id, second?.id] });
    const override = await grantOverride({ db, clock, personId: person.id, input });
    output.line(`${fullName(person)} may claim deals until ${isoInstant(override.validUntil)}.`);
    output.record({ type: "override-granted", ...override });
    return 0;
  },
};
