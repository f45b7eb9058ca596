import { eq, inArray, sql } from "drizzle-orm";
import { type Handle, prepareRows, registrations } from "#app/platform/db.server.ts";
import { renewalOpensAt } from "../certification/certification-period.ts";
import { noProgress, type Progress, progressOf } from "../certification/progress.ts";
import { type OpenProgressRow, openProgressQuery, openProgressRow } from "./open-progress-query.server.ts";
import { readReleases } from "./read-releases.server.ts";

type RegistrationRow = Extract<OpenProgressRow, { fact: "registration" }>;

/**
 * `done` is "finished" when nothing is left to do until the renewal opens. `path` is that of the registration, null
 * before the person has begun.
 */
export type OpenProgress = { done: Progress | "finished"; path: RegistrationRow["path"] | null };

type Wanted = { personId: string; editionId: string };
type DoneRow = Exclude<OpenProgressRow, RegistrationRow>;

const notBegun: OpenProgress = { done: noProgress, path: null };

// The gate mostly asks about one person; that query is built once.
const rowsOfOne = prepareRows("open_progress_of_one", (handle) =>
  openProgressQuery(handle, eq(registrations.personId, sql.placeholder("id"))),
);

/**
 * What each person has done so far in the registration that they work in, for many people with a constant number of
 * queries; says the same as `findCurrentRegistration` and `readProgress` for one.
 */
export async function readOpenProgress(
  handle: Handle,
  { wanted, now }: { wanted: readonly Wanted[]; now: number },
): Promise<Map<string, OpenProgress>> {
  const progress = new Map<string, OpenProgress>(wanted.map(({ personId }) => [personId, notBegun]));
  const rows = await readRows(handle, wanted);
  const latest = latestRegistrations(rows, wanted);
  const finishedUnder = await readReleases(
    handle,
    latest.flatMap(({ certified }) => certified?.releaseId ?? []),
  );
  const done = Map.groupBy(rows.filter(isDone), (row) => row.registrationId);
  for (const { id, personId, path, certified } of latest) {
    const terms = finishedUnder.get(certified?.releaseId ?? "")?.summary.certification;
    if (!certified || !terms) progress.set(personId, { done: progressIn(done.get(id) ?? []), path });
    else if (now < renewalOpensAt(certified.validUntil, terms.renewalWindowDays))
      progress.set(personId, { done: "finished", path });
  }
  return progress;
}

async function readRows(handle: Handle, wanted: readonly Wanted[]): Promise<OpenProgressRow[]> {
  const [first, second] = wanted;
  if (!first) return [];
  if (!second) return (await rowsOfOne(handle, { id: first.personId })).map(openProgressRow);
  const ids = wanted.map(({ personId }) => personId);
  const rows = await openProgressQuery(handle, inArray(registrations.personId, ids));
  return rows.map((row) => openProgressRow(Object.values(row)));
}

function latestRegistrations(rows: readonly OpenProgressRow[], wanted: readonly Wanted[]): RegistrationRow[] {
  const editions = new Map(wanted.map(({ personId, editionId }) => [personId, editionId]));
  const latest = new Map<string, RegistrationRow>();
  for (const row of rows) {
    if (row.fact !== "registration" || row.editionId !== editions.get(row.personId)) continue;
    if (row.cycle > (latest.get(row.personId)?.cycle ?? 0)) latest.set(row.personId, row);
  }
  return [...latest.values()];
}

function isDone(row: OpenProgressRow): row is DoneRow {
  return row.fact !== "registration";
}

function progressIn(rows: readonly DoneRow[]): Progress {
  return progressOf(
    rows.filter((row) => row.fact === "record"),
    rows.filter((row) => row.fact === "attempt").map(({ id, passed }) => ({ id, result: { passed } })),
  );
}
