import { addPerson } from "#app/features/people/add-person.server.ts";
import { type Command, type CommandInput, UsageError } from "../command.ts";

const kinds = ["staff", "partner", "rep"] as const;

export const peopleAddCommand: Command = {
  name: "people add",
  usage:
    "--kind staff|partner|rep --id ID --given NAME --family NAME [--email ADDRESS] [--country CODE] [--language TAG] [--time-zone NAME]",
  summary:
    "Adds one person by hand: staff and partners are not in the HR feed. A rep needs a country; others without one are in US. The language is en and the time zone UTC unless given.",
  options: {
    kind: { type: "string" },
    id: { type: "string" },
    given: { type: "string" },
    family: { type: "string" },
    email: { type: "string" },
    country: { type: "string" },
    language: { type: "string" },
    "time-zone": { type: "string" },
  },
  positionals: [0, 0],
  run: async ({ app, output, values }) => {
    const kind = kinds.find((one) => one === values.kind);
    if (!kind) throw new UsageError("Say with --kind whether the person is staff, a partner or a rep.");
    const person = {
      kind,
      id: required(values, "id"),
      givenName: required(values, "given"),
      familyName: required(values, "family"),
      email: optional(values, "email", ""),
      // Waves reach reps by country, so a guess could give the right to claim or take it away.
      country: kind === "rep" ? required(values, "country") : optional(values, "country", "US"),
      language: optional(values, "language", "en"),
      timeZone: optional(values, "time-zone", "UTC"),
    };
    const { db, clock } = await app();
    const added = await addPerson({ db, clock, person });
    output.line(`${added.givenName} ${added.familyName} (${kind} ${person.id}) is known now.`);
    output.record({
      type: "person-added",
      id: added.id,
      kind,
      employeeId: added.employeeId,
      externalId: added.externalId,
    });
    return 0;
  },
};

function required(values: CommandInput["values"], name: string): string {
  const value = values[name];
  if (typeof value !== "string" || value === "") throw new UsageError(`--${name} is missing.`);
  return value;
}

function optional(values: CommandInput["values"], name: string, otherwise: string): string {
  const value = values[name];
  return typeof value === "string" && value !== "" ? value : otherwise;
}
