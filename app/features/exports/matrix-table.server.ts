import { eq } from "drizzle-orm";
import { type Handle, releases } from "#app/platform/db.server.ts";
import { type PathStep, pathSteps, stepKey } from "../certification/path-steps.ts";
import { noProgress } from "../certification/progress.ts";
import { releaseAt } from "../claims/decide-for-subject.server.ts";
import { readReleases } from "../claims/read-releases.server.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import type { Release } from "../programs/release-content.ts";
import type { Team } from "../teams/get-team.server.ts";
import type { Member } from "../teams/team-member.ts";
import { editionToWorkOn } from "../waves/edition-to-work-on.ts";
import { type ExportFormat, type ExportOrigin, inZone, originColumns } from "./export-origin.ts";
import { stepsDone } from "./matrix-facts.ts";
import { columnKey, pathColumns } from "./path-columns.ts";
import { columnFor, placeColumns, standingColumns } from "./people-table.ts";
import { type MatrixFacts, readMatrixFacts } from "./read-matrix-facts.server.ts";
import type { Cell, Column, Table } from "./table.ts";

const peopleAtOnce = 500;

type Path = { editionId: string; release: Release; steps: PathStep[] };
type Given = { team: Team; people: readonly Member[]; format: ExportFormat; origin: ExportOrigin };

/**
 * One row a person and one column a step of the path: the instant at which it was done, or that it is next or later. Who
 * stands where comes from the team, the steps from evidence up to the same instant, some people at a time.
 */
export async function matrixTable(handle: Handle, { team, people, format, origin }: Given): Promise<Table> {
  const pathOf = await findPaths(handle, team);
  const used = new Set(people.flatMap((member) => pathOf(member) ?? []));
  const steps = pathColumns([...used]);
  const several = new Set(steps.map(({ editionId }) => editionId)).size > 1;
  const { t, timeZone } = origin;
  const own = [...standingColumns, ...placeColumns].map((column) => columnFor(column, format, origin));
  const stepColumns = steps.map(({ editionId, step, key }): Column => {
    const title = several ? `${editionId}: ${step.title}` : step.title;
    return { key, kind: "instant", width: 22, title: inZone(title, timeZone, t) };
  });
  const certified: Column = {
    ...{ key: "certified_at", kind: "instant", width: 20 },
    title: inZone(t("exports:column.certified_at"), timeZone, t),
  };
  const edition: Column = { key: "edition", kind: "text", width: 12, title: t("exports:column.edition") };
  const word = (state: "done" | "next" | "later" | "none") => (format === "csv" ? state : t(`exports:step.${state}`));
  const added = format === "csv" ? originColumns(origin) : { columns: [], cells: [] };
  return {
    name: t("exports:matrix"),
    columns: [...own.map(({ column }) => column), edition, ...stepColumns, certified, ...added.columns],
    rows: rows(),
  };

  async function* rows(): AsyncGenerator<Cell[][]> {
    for (let first = 0; first < people.length; first += peopleAtOnce) {
      const some = people.slice(first, first + peopleAtOnce);
      const wanted = some.flatMap((member) => {
        const editionId = pathOf(member)?.editionId;
        return editionId === undefined ? [] : [{ personId: member.id, editionId }];
      });
      const facts = await readMatrixFacts(handle, { wanted, asOf: team.asOf });
      yield some.map((member) => rowOf(member, pathOf(member), facts.get(member.id) ?? null));
    }
  }

  function rowOf(member: Member, path: Path | null, facts: MatrixFacts | null): Cell[] {
    const cells = path ? stepCells(path, facts) : new Map<string, Cell>();
    return [
      ...own.map(({ cell }) => cell(member)),
      path?.editionId ?? null,
      ...steps.map(({ key }) => cells.get(key) ?? word("none")),
      facts?.certifiedAt ?? null,
      ...added.cells,
    ];
  }

  function stepCells({ editionId, release, steps: all }: Path, facts: MatrixFacts | null): Map<string, Cell> {
    const done = facts ? stepsDone(release, facts.records, facts.passed) : new Map<string, number>();
    const next = facts?.finished ? -1 : all.findIndex((step) => !done.has(stepKey(step)));
    return new Map(
      all.map((step, place): [string, Cell] => {
        // A finished registration stays finished, also when a later release has more lessons.
        const state = facts?.finished ? "done" : place === next ? "next" : "later";
        return [columnKey(editionId, step), done.get(stepKey(step)) ?? word(state)];
      }),
    );
  }
}

/** What each person works on as of the team's instant; people of one kind and country have the same. */
async function findPaths(handle: Handle, { waves, asOf }: Team): Promise<(member: Member) => Path | null> {
  const published = await handle
    .select({ id: releases.id, editionId: releases.editionId, publishedAt: releases.publishedAt })
    .from(releases)
    .where(eq(releases.programId, defaultProgramId));
  const contents = await readReleases(
    handle,
    published.map(({ id }) => id),
  );
  const editions = new Set(published.map(({ editionId }) => editionId));
  const known = new Map<string, Path | null>();
  const paths = new Map<string, Path>();
  const find = ({ kind, country }: Member): Path | null => {
    const editionId = editionToWorkOn(waves, {
      ...{ person: { kind, country }, instant: asOf },
      isPublished: (id) => editions.has(id),
    });
    const release = editionId === null ? undefined : contents.get(releaseAt(published, editionId, asOf)?.id ?? "");
    if (editionId === null || !release) return null;
    const path = paths.get(editionId) ?? { editionId, release, steps: pathSteps(release, noProgress) };
    paths.set(editionId, path);
    return path;
  };
  return (member) => {
    const key = `${member.kind} ${member.country}`;
    const path = known.get(key);
    if (path !== undefined) return path;
    const found = find(member);
    known.set(key, found);
    return found;
  };
}
