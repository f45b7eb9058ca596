import type { FirmChange } from "#app/features/firms/compare-firms.ts";
import { importFirms } from "#app/features/firms/import-firms.server.ts";
import { describeRefusals } from "#app/features/people/describe-import.ts";
import type { Command } from "../command.ts";
import { operatorName } from "./operator-name.ts";

const shownExamples = 10;
const endings = {
  applied: "Imported.",
  "nothing-changed": "Nothing has changed.",
  "dry-run": "Nothing was applied: this was a dry run.",
};

export const firmsImportCommand: Command = {
  name: "firms import",
  usage: "FILE [--dry-run] [--refused FILE]",
  summary:
    "Loads a list of partner firms with their mail domains, separated by semicolons. Firms that it does not name stay as they are. --dry-run only shows. Refused rows are listed beside the file, or where --refused says.",
  options: { "dry-run": { type: "boolean" }, refused: { type: "string" } },
  positionals: [1, 1],
  run: async ({ app, output, positionals, values }) => {
    const { db, clock } = await app();
    const { fileName, rows, comparison, result, refusedFile } = await importFirms({
      ...{ db, clock, file: positionals[0] ?? "", appliedBy: operatorName(), dryRun: values["dry-run"] === true },
      refusedFile: typeof values.refused === "string" ? values.refused : undefined,
    });
    const { added, changed, unchanged, refusals, refused } = comparison;
    output.line(`${fileName}: ${rows} rows`);
    output.line(`  ${added.length} added`);
    output.line(`  ${changed.length} changed`);
    for (const change of changed.slice(0, shownExamples)) output.line(`      ${told(change)}`);
    output.line(`  ${unchanged} unchanged`);
    for (const line of describeRefusals(refusals, refused)) output.line(line);
    output.line(endings[result]);
    if (refusedFile) output.line(`The refused rows are listed in ${refusedFile}.`);
    const counts = { added: added.length, changed: changed.length, unchanged, refused };
    output.record({ type: "summary", rows, ...counts, applied: result === "applied", result, refusedFile });
    return refused > 0 ? 1 : 0;
  },
};

function told({ firm, fields }: FirmChange): string {
  const values = fields.map((field) => {
    const value = firm[field];
    if (field === "closedAt")
      return value === null ? "open again" : `closed at ${new Date(Number(value)).toISOString()}`;
    return `${field === "externalId" ? "external id" : field} ${JSON.stringify(Array.isArray(value) ? value.join("; ") : value)}`;
  });
  return `${firm.externalId} ${firm.name}: ${values.join(", ")}`;
}
