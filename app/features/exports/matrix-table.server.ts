import type { Database } from "#app/platform/db.server.ts";
import type { Team } from "../teams/get-team.server.ts";
import { sketchAt } from "../teams/member-list.ts";
import type { Member } from "../teams/team-member.ts";
import { type ExportFormat, type ExportOrigin, inZone, originColumns } from "./export-origin.ts";
import { type MatrixPath, pathFinder } from "./matrix-paths.server.ts";
import { columnKey, pathColumns } from "./path-columns.ts";
import { columnFor, placeColumns, standingColumns } from "./people-table.ts";
import { readStepInstants } from "./read-step-instants.server.ts";
import { type StepInstants, stepInstant } from "./step-instants.ts";
import type { Cell, Column, Table } from "./table.ts";

const rowsAtOnce = 500;
const noPath = 255;

type Given = {
  team: Team;
  people: readonly Member[];
  format: ExportFormat;
  origin: ExportOrigin;
  signal?: AbortSignal | undefined;
};

/**
 * One row a person and one column a step of the path: the instant at which it was done, or that it is next or later.
 * `team` is of the same snapshot; all that is read is read before this resolves, the rows are made while they are written.
 */
export async function matrixTable(
  snapshot: Pick<Database, "engine" | "read">,
  { team, people, format, origin, signal }: Given,
): Promise<Table> {
  const { paths, pathOf } = pathsOf(team, people);
  const instants = await readStepInstants(snapshot, {
    ...{ team, people, pathOf, signal },
    steps: Math.max(0, ...paths.map(({ steps }) => steps.length)),
  });
  const columns = pathColumns(paths);
  const several = new Set(columns.map(({ editionId }) => editionId)).size > 1;
  const { t, timeZone } = origin;
  const own = [...standingColumns, ...placeColumns].map((column) => columnFor(column, format, origin));
  const stepColumns = columns.map(({ editionId, step, key }): Column => {
    const title = several ? `${editionId}: ${step.title}` : step.title;
    return { key, kind: "instant", width: 22, title: inZone(title, timeZone, t) };
  });
  const certified: Column = {
    ...{ key: "certified_at", kind: "instant", width: 20 },
    title: inZone(t("exports:column.certified_at"), timeZone, t),
  };
  const edition: Column = { key: "edition", kind: "text", width: 12, title: t("exports:column.edition") };
  const added = format === "csv" ? originColumns(origin) : { columns: [], cells: [] };
  const word = (state: keyof Words) => (format === "csv" ? state : t(`exports:step.${state}`));
  const words = { done: word("done"), next: word("next"), later: word("later"), none: word("none") };
  /** Of each path, the place of a column's step in it. */
  const places = new Map(
    paths.map((path) => {
      const keys = path.steps.map((step) => columnKey(path.editionId, step));
      return [path, columns.map(({ key }) => keys.indexOf(key))];
    }),
  );
  return {
    name: t("exports:matrix"),
    columns: [...own.map(({ column }) => column), edition, ...stepColumns, certified, ...added.columns],
    rows: rows(),
  };

  function* rows(): Generator<Cell[][]> {
    for (let first = 0; first < people.length; first += rowsAtOnce)
      yield people.slice(first, first + rowsAtOnce).map((member, n) => rowOf(member, first + n));
  }

  function rowOf(member: Member, person: number): Cell[] {
    const path = pathOf(person);
    const steps = path ? stepCells(path, { instants, person, words }) : [];
    const certifiedAt = instants.certifiedAt[person] ?? Number.NaN;
    const stepPlaces = path ? places.get(path) : undefined;
    return [
      ...own.map(({ cell }) => cell(member)),
      path?.editionId ?? null,
      ...columns.map((_, column) => steps[stepPlaces?.[column] ?? -1] ?? words.none),
      Number.isNaN(certifiedAt) ? null : certifiedAt,
      ...added.cells,
    ];
  }
}

/** The paths that people of a list work on, and that of each of them. */
function pathsOf(team: Team, people: readonly Member[]) {
  const find = pathFinder(team);
  const paths: MatrixPath[] = [];
  const codes = new Uint8Array(people.length).fill(noPath);
  for (let person = 0; person < people.length; person += 1) {
    const member = sketchAt(people, person);
    const path = member && find(member);
    if (!path) continue;
    if (!paths.includes(path)) paths.push(path);
    codes[person] = paths.indexOf(path);
  }
  return { paths, pathOf: (person: number) => paths[codes[person] ?? noPath] ?? null };
}

type Words = Record<"done" | "next" | "later" | "none", string>;

function stepCells(
  { steps }: MatrixPath,
  { instants, person, words }: { instants: StepInstants; person: number; words: Words },
): Cell[] {
  const cells = steps.map((_, place): Cell => stepInstant(instants, person, place));
  // A finished registration stays finished, also when a later release has more lessons.
  const finished = instants.finished[person] === 1;
  let next: string = finished ? words.done : words.next;
  return cells.map((cell) => {
    if (cell !== null) return cell;
    const said = next;
    if (!finished) next = words.later;
    return said;
  });
}
