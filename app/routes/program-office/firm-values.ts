import { type FirmColumn, type FirmValues, firmColumns } from "#app/features/firms/firm-feed.ts";
import type { KnownFirm } from "#app/features/firms/known-firm.ts";
import type { Refusal } from "#app/features/people/refusal.ts";

export type FirmProblems = Partial<Record<FirmColumn, Pick<Refusal, "reason" | "value">>>;

const longest = 2000;

/** The values of a firm that a form has sent. */
export function firmValuesOf(form: FormData): FirmValues {
  const values = firmColumns.map((column) => [column, String(form.get(column) ?? "").slice(0, longest)]);
  return Object.fromEntries(values) as FirmValues;
}

/** The values of a known firm as a form shows them. */
export function valuesOfFirm({ externalId, name, country, tier, domains, closedAt }: KnownFirm): FirmValues {
  return {
    external_id: externalId,
    ...{ name, country, tier, domains: domains.join("; ") },
    // The instant is the end of the last day, in UTC.
    closed_on: closedAt === null ? "" : new Date(closedAt - 1).toISOString().slice(0, 10),
  };
}

/** The first problem of each column. */
export function problemsByColumn(problems: Refusal[]): FirmProblems {
  const byColumn: FirmProblems = {};
  for (const { column, reason, value } of problems) byColumn[column as FirmColumn] ??= { reason, value };
  return byColumn;
}
