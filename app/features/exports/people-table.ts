import type { Member } from "../teams/team-member.ts";
import { type ExportFormat, type ExportOrigin, inZone, originColumns, type Words } from "./export-origin.ts";
import type { Cell, Column, Table } from "./table.ts";

const rowsAtOnce = 500;

type MemberColumn = Omit<Column, "title"> & {
  cell: (member: Member) => Cell;
  /** As the screen says it, where that is not the code. */
  words?: (member: Member, t: Words) => string;
};

const yesNo = (value: boolean) => (value ? "yes" : "no");
const yesNoWords = (value: boolean, t: Words) => t(`exports:${yesNo(value)}`);

export const standingColumns: MemberColumn[] = [
  { key: "employee_id", kind: "text", width: 14, cell: (member) => member.employeeId },
  { key: "name", kind: "text", width: 28, cell: (member) => member.name },
  {
    ...{ key: "status", kind: "text", width: 18, cell: (member) => member.status },
    words: (member, t) => t(`team:status.${member.status}`),
  },
  {
    ...{ key: "reason", kind: "text", width: 34, cell: (member) => member.reason },
    words: (member, t) => t(`team:reason.${member.reason}`),
  },
  { key: "due_at", kind: "instant", width: 20, cell: (member) => member.dueAt },
  {
    ...{ key: "certified", kind: "text", width: 10, cell: (member) => yesNo(member.certified) },
    words: (member, t) => yesNoWords(member.certified, t),
  },
  { key: "certified_until", kind: "instant", width: 20, cell: (member) => member.certifiedUntil },
  { key: "steps_done", kind: "count", width: 12, cell: (member) => member.progress.done },
  { key: "steps", kind: "count", width: 8, cell: (member) => member.progress.total },
];

export const placeColumns: MemberColumn[] = [
  { key: "region", kind: "text", width: 14, cell: (member) => member.region },
  { key: "country", kind: "text", width: 9, cell: (member) => member.country },
  { key: "department", kind: "text", width: 20, cell: (member) => member.department },
  { key: "job_title", kind: "text", width: 28, cell: (member) => member.jobTitle },
  { key: "manager_employee_id", kind: "text", width: 14, cell: (member) => member.managerEmployeeId },
  {
    ...{ key: "on_leave", kind: "text", width: 10, cell: (member) => yesNo(member.onLeave) },
    words: (member, t) => yesNoWords(member.onLeave, t),
  },
  {
    ...{ key: "contractor", kind: "text", width: 11, cell: (member) => yesNo(member.contractor) },
    words: (member, t) => yesNoWords(member.contractor, t),
  },
];

/** A column of members as a format names and fills it: codes for programs in CSV, the words of the screen in XLSX. */
export function columnFor(column: MemberColumn, format: ExportFormat, { t, timeZone }: ExportOrigin) {
  const { key, kind, width, cell, words } = column;
  const title = t(`exports:column.${key}`);
  return {
    column: { key, kind, width, title: kind === "instant" ? inZone(title, timeZone, t) : title } satisfies Column,
    cell: format === "xlsx" && words ? (member: Member) => words(member, t) : cell,
  };
}

/** The list of people as it is on the screen, in its order: one row a person. */
export function peopleTable(people: readonly Member[], format: ExportFormat, origin: ExportOrigin): Table {
  const own = [...standingColumns, ...placeColumns].map((column) => columnFor(column, format, origin));
  const added = format === "csv" ? originColumns(origin) : { columns: [], cells: [] };
  return {
    name: origin.t("exports:people"),
    columns: [...own.map(({ column }) => column), ...added.columns],
    rows: rowsOf(people, (member) => [...own.map(({ cell }) => cell(member)), ...added.cells]),
  };
}

function* rowsOf(people: readonly Member[], row: (member: Member) => Cell[]): Generator<Cell[][]> {
  for (let first = 0; first < people.length; first += rowsAtOnce)
    yield people.slice(first, first + rowsAtOnce).map(row);
}
