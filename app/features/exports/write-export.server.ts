import type { AppContext } from "#app/platform/app-context.ts";
import type { Team } from "../teams/get-team.server.ts";
import { listPeople, type PeopleOrder } from "../teams/list-people.server.ts";
import { type ExportFormat, type ExportOrigin, originSheet } from "./export-origin.ts";
import { matrixTable } from "./matrix-table.server.ts";
import { peopleTable } from "./people-table.ts";
import type { Cell, Table } from "./table.ts";
import { writeCsvTable } from "./write-csv-table.ts";
import { writeXlsx } from "./write-xlsx.server.ts";

export type ExportSubject = "people" | "matrix";

type Given = {
  subject: ExportSubject;
  format: ExportFormat;
  team: Team;
  order: PeopleOrder;
  origin: ExportOrigin;
  /** Told how many of how many people are written. */
  onRows?: (done: number, total: number) => void;
};

type ExportFile = { name: string; mediaType: string; people: number; pieces: AsyncIterable<Uint8Array> };

const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** The people that a list shows, or their matrix, as a file that is written while it is read. */
export async function writeExport({ db }: Pick<AppContext, "db">, given: Given): Promise<ExportFile> {
  const { subject, format, team, order, origin } = given;
  const people = listPeople(team, origin.filter, order);
  const whole =
    subject === "people"
      ? peopleTable(people, format, origin)
      : await matrixTable(db.read, { team, people, format, origin });
  const table = { ...whole, rows: counted(whole.rows, (done) => given.onRows?.(done, people.length)) };
  const at = new Date(origin.asOf).toISOString().slice(0, 16).replaceAll(":", "");
  return {
    name: `${subject}-${at}Z.${format}`,
    mediaType: mediaTypes[format],
    people: people.length,
    pieces:
      format === "csv"
        ? writeCsvTable(table)
        : writeXlsx([table, originSheet(origin, { people: people.length })], { timeZone: origin.timeZone }),
  };
}

async function* counted(rows: Table["rows"], onRows: (done: number) => void): AsyncGenerator<Cell[][]> {
  let done = 0;
  for await (const some of rows) {
    yield some;
    done += some.length;
    onRows(done);
  }
}
