import { saveFirm } from "#app/features/firms/save-firm.server.ts";
import { AppError } from "#app/platform/errors.ts";
import type { Command, CommandInput } from "../command.ts";
import { requiredOption } from "./required-option.ts";

export const firmsAddCommand: Command = {
  name: "firms add",
  usage:
    "--id ID --name NAME --country CODE --tier registered|silver|gold|platinum [--domains a.com;b.com] [--closed-on DAY]",
  summary: "Adds one partner firm by hand, by the rules of the import.",
  options: {
    id: { type: "string" },
    name: { type: "string" },
    country: { type: "string" },
    tier: { type: "string" },
    domains: { type: "string" },
    "closed-on": { type: "string" },
  },
  positionals: [0, 0],
  run: async ({ app, output, values }) => {
    const given = {
      external_id: requiredOption(values, "id"),
      name: requiredOption(values, "name"),
      country: requiredOption(values, "country"),
      tier: requiredOption(values, "tier"),
      domains: optional(values, "domains"),
      closed_on: optional(values, "closed-on"),
    };
    const { db, clock } = await app();
    const saved = await saveFirm({ db, clock, values: given, firmId: null });
    if ("problems" in saved) {
      const problems = saved.problems.map(({ column, explanation }) => `  ${column}: ${explanation}`);
      throw new AppError("validation-failed", `No firm was added.\n${problems.join("\n")}`);
    }
    output.line(`${given.name} (${given.external_id}) is known now.`);
    output.record({ type: "firm-added", id: saved.firmId, externalId: given.external_id });
    return 0;
  },
};

function optional(values: CommandInput["values"], name: string): string {
  const value = values[name];
  return typeof value === "string" ? value : "";
}
