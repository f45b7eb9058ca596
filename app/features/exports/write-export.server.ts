import type { AppContext } from "#app/platform/app-context.ts";
import { type Team, withTeamSnapshot } from "../teams/get-team.server.ts";
import { listPeople, type PeopleOrder } from "../teams/list-people.server.ts";
import type { PeopleFilter } from "../teams/people-filter.ts";
import type { Member } from "../teams/team-member.ts";
import { type ExportFormat, originSheet } from "./export-origin.ts";
import { exportOriginOf, type Reader } from "./export-origin-of.server.ts";
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
  filter: PeopleFilter;
  order: PeopleOrder;
  /** Whose file it is. */
  reader: Reader;
  /** Aborted when nobody wants the file any more. */
  signal?: AbortSignal | undefined;
  /** Told how many of how many people are written. */
  onRows?: (done: number, total: number) => void;
};

type ExportFile = {
  name: string;
  mediaType: string;
  /** Who is in it: in a matrix those of its snapshot. */
  people: readonly Member[];
  pieces: AsyncIterable<Uint8Array>;
};

const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The people that a list shows, or their matrix, as a file that is written while it is read. All its figures are of one
 * instant, also when much is recorded meanwhile. Throws not-found when the manager asked for has left the sight.
 */
export async function writeExport(app: Pick<AppContext, "db" | "clock">, given: Given): Promise<ExportFile> {
  const { subject, format } = given;
  const { table: whole, people, origin } = await (subject === "people" ? listed(given) : readMatrix(app, given));
  const table = { ...whole, rows: counted(whole.rows, (done) => given.onRows?.(done, people.length)) };
  const at = new Date(origin.asOf).toISOString().slice(0, 16).replaceAll(":", "");
  return {
    name: `${subject}-${at}Z.${format}`,
    mediaType: mediaTypes[format],
    people,
    pieces:
      format === "csv"
        ? writeCsvTable(table)
        : writeXlsx([table, originSheet(origin, { people: people.length })], { timeZone: origin.timeZone }),
  };
}

/** A team is as of one instant by itself. */
function listed({ team, format, filter, order, reader }: Given) {
  const origin = exportOriginOf(reader, { asOf: team.asOf, filter });
  const people = listPeople(team, filter, order);
  return { table: peopleTable(people, format, origin), people, origin };
}

/** Who stands where, and who did what, from one snapshot; it has ended when the first row is written. */
function readMatrix(app: Pick<AppContext, "db" | "clock">, { team: asked, format, filter, order, ...given }: Given) {
  return withTeamSnapshot(app, asked.sight, async (team, snapshot) => {
    const origin = exportOriginOf(given.reader, { asOf: team.asOf, filter });
    const people = listPeople(team, filter, order);
    const table = await matrixTable(snapshot, { team, people, format, origin, signal: given.signal });
    return { table, people, origin };
  });
}

async function* counted(rows: Table["rows"], onRows: (done: number) => void): AsyncGenerator<Cell[][]> {
  let done = 0;
  for await (const some of rows) {
    yield some;
    done += some.length;
    onRows(done);
  }
}
