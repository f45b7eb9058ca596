import type { PeopleFilter } from "../teams/people-filter.ts";
import type { Cell, Column, Table } from "./table.ts";

/** A text of the catalogue in the language of whoever asked. */
export type Words = (key: string, values?: Record<string, string | number>) => string;

/** What is printed on an export, so that it tells later what it shows. `asOf` in milliseconds since 1970 UTC. */
export type ExportOrigin = {
  asOf: number;
  /** The name of who asked for it. */
  by: string;
  filter: PeopleFilter;
  timeZone: string;
  t: Words;
};

export type ExportFormat = "csv" | "xlsx";
export const exportFormats = ["csv", "xlsx"] as const satisfies readonly ExportFormat[];

type Given = [name: string, value: string];

function givenFilters(filter: PeopleFilter): Given[] {
  return Object.entries(filter).filter((entry): entry is Given => typeof entry[1] === "string");
}

/** At the end of each line of a CSV file: it has no other place that programs would read over. */
export function originColumns({ asOf, by, filter }: ExportOrigin): { columns: Column[]; cells: Cell[] } {
  const asked = givenFilters(filter).map(([name, value]) => `${name}=${value}`);
  const column = (key: string, kind: Column["kind"]) => ({ key, kind, title: key, width: 20 });
  return {
    columns: [column("exported_by", "text"), column("filters", "text"), column("as_of", "instant")],
    cells: [by, asked.join(" "), asOf],
  };
}

/** The sheet of a spreadsheet that says what the other one shows. */
export function originSheet({ asOf, by, filter, timeZone, t }: ExportOrigin, { people }: { people: number }): Table {
  const filters = givenFilters(filter).map(([name, value]) => [
    t(`exports:filter.${name}`),
    filterWords(name, value, t),
  ]);
  return {
    name: t("exports:about.title"),
    columns: [
      { key: "what", kind: "text", title: t("exports:about.what"), width: 28 },
      // Texts stay texts here, and the instant becomes a date.
      { key: "value", kind: "instant", title: t("exports:about.value"), width: 60 },
    ],
    rows: [
      [
        [inZone(t("exports:column.as_of"), timeZone, t), asOf],
        [t("exports:about.utc"), new Date(asOf).toISOString()],
        [t("exports:about.by"), by],
        [t("exports:about.people"), String(people)],
        ...(filters.length > 0 ? filters : [[t("exports:about.filters"), t("exports:about.none")]]),
      ],
    ],
  };
}

function filterWords(name: string, value: string, t: Words): string {
  if (name === "status") return t(`team:status.${value}`);
  const worded = ["due", "certified", "leave", "contractor", "reports"];
  return worded.includes(name) ? t(`team:filter.value.${name}.${value}`) : value;
}

export function inZone(title: string, timeZone: string, t: Words): string {
  return t("exports:inZone", { title, zone: timeZone });
}
