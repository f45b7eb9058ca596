import { and, inArray, type Placeholder, sql } from "drizzle-orm";
import { type Handle, people, prepareRows } from "#app/platform/db.server.ts";
import { type PathStep, pathSteps } from "../certification/path-steps.ts";
import { fullName } from "../people/full-name.ts";
import { isHere } from "../people/is-here.server.ts";
import { editionToWorkOn } from "../waves/edition-to-work-on.ts";
import {
  type ClaimRight,
  earliestPossibleAt,
  hasMissingSteps,
  isTrainingGap,
  minutesOf,
  type Unblocker,
} from "./claim-right-answer.ts";
import { type Decided, releaseAt } from "./decide-for-subject.server.ts";
import { readOpenProgress } from "./read-open-progress.server.ts";
import { readReleases } from "./read-releases.server.ts";
import type { ProgramFacts, Subject } from "./sort-fact-rows.server.ts";

export type DecidedCase = { subject: Subject | null; decided: Decided };

type Scope = {
  program: ProgramFacts;
  at: number;
  now: number;
  /** From when the person may start the next attempt, where a wait is running. */
  attemptAllowedAt?: number | null;
};

/** Adds to each decision what helps: the steps left, the time they take, who can help. A constant number of queries. */
export async function describeClaimRights(
  handle: Handle,
  cases: readonly DecidedCase[],
  scope: Scope,
): Promise<ClaimRight[]> {
  const steps = await readMissingSteps(handle, cases, scope);
  const managers = await readManagerNames(handle, cases, scope.now);
  const named = cases.flatMap(({ decided }) => (decided.release ? [decided.release.id] : []));
  const releases = await readReleases(handle, named);
  return cases.map(({ subject, decided: { release, ...decision } }) => {
    const missing = (subject && steps.get(subject.id)) ?? [];
    const title = release && releases.get(release.id)?.summary.edition.title;
    return {
      ...decision,
      personId: subject?.id ?? null,
      edition: release && { id: release.editionId, title: title ?? release.editionId, releaseId: release.id },
      missingSteps: missing.map(({ title, minutes, href }) => ({ title, minutes, href })),
      minutesLeft: minutesOf(missing),
      earliestPossibleAt: earliestPossibleAt(missing, {
        now: scope.now,
        attemptAllowedAt: scope.attemptAllowedAt ?? null,
      }),
      whoCanUnblock: decision.outcome === "deny" ? unblockers(decision.reasons, subject, managers) : [],
    };
  });
}

async function readMissingSteps(handle: Handle, cases: readonly DecidedCase[], { program, at, now }: Scope) {
  const steps = new Map<string, PathStep[]>();
  // What is missing can be done from now on only; of the past there is nothing to say.
  if (at < now) return steps;
  const isPublished = (editionId: string) => program.releases.some((release) => release.editionId === editionId);
  const wanted = cases.flatMap(({ subject, decided }) => {
    if (!subject || !hasMissingSteps(decided)) return [];
    const editionId = editionToWorkOn(program.waves, { person: subject.person, instant: now, isPublished });
    const release = editionId !== null && releaseAt(program.releases, editionId, now);
    return release ? [{ personId: subject.id, editionId: release.editionId, releaseId: release.id }] : [];
  });
  if (wanted.length === 0) return steps;
  const progress = await readOpenProgress(handle, { wanted, now });
  const releases = await readReleases(
    handle,
    wanted.map(({ releaseId }) => releaseId),
  );
  for (const { personId, releaseId } of wanted) {
    const release = releases.get(releaseId);
    const done = progress.get(personId)?.done;
    if (!release || !done || done === "finished") continue;
    steps.set(
      personId,
      pathSteps(release, done).filter((step) => step.state !== "done"),
    );
  }
  return steps;
}

// The gate mostly asks about one person; that query is built once.
const managerOfOne = prepareRows("manager_of_one", (handle) =>
  managersQuery(handle, [sql.placeholder("id")], sql.placeholder("now")),
);

function managersQuery(handle: Handle, employeeIds: (string | Placeholder)[], now: number | Placeholder) {
  return handle
    .select({
      employeeId: people.employeeId,
      givenName: people.givenName,
      familyName: people.familyName,
      preferredName: people.preferredName,
    })
    .from(people)
    .where(and(inArray(people.employeeId, employeeIds), isHere(now)));
}

/** A bare row of the query, its columns in their order. */
function managerRow([employeeId, givenName, familyName, preferredName]: readonly unknown[]) {
  return {
    employeeId: employeeId as string,
    givenName: givenName as string,
    familyName: familyName as string,
    preferredName: preferredName as string | null,
  };
}

/** A manager who has left can help no more. */
async function readManagerNames(
  handle: Handle,
  cases: readonly DecidedCase[],
  now: number,
): Promise<Map<string, string>> {
  const ids = cases.flatMap(({ subject, decided }) =>
    subject?.managerEmployeeId && decided.outcome === "deny" && isTrainingGap(decided.reasons)
      ? [subject.managerEmployeeId]
      : [],
  );
  if (ids.length === 0) return new Map();
  const unique = [...new Set(ids)];
  const [first] = unique;
  const rows =
    unique.length === 1
      ? (await managerOfOne(handle, { id: first, now })).map(managerRow)
      : await managersQuery(handle, unique, now);
  return new Map(rows.map((row) => [row.employeeId ?? "", fullName(row)]));
}

function unblockers(
  reasons: Decided["reasons"],
  subject: Subject | null,
  managers: ReadonlyMap<string, string>,
): Unblocker[] {
  const manager = isTrainingGap(reasons) && managers.get(subject?.managerEmployeeId ?? "");
  return [...(manager ? [{ role: "manager" as const, name: manager }] : []), { role: "program_office" as const }];
}
