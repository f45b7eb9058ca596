import { inArray } from "drizzle-orm";
import { type Handle, people } from "#app/platform/db.server.ts";
import { renewalOpensAt } from "../certification/certification-period.ts";
import { pathSteps } from "../certification/path-steps.ts";
import { releaseAt } from "../claims/decide-for-subject.server.ts";
import { readManyClaimFacts } from "../claims/read-claim-facts.server.ts";
import { readOpenProgress } from "../claims/read-open-progress.server.ts";
import { readReleases } from "../claims/read-releases.server.ts";
import type { ProgramFacts, Subject } from "../claims/sort-fact-rows.server.ts";
import { fullName } from "../people/full-name.ts";
import { editionToWorkOn } from "../waves/edition-to-work-on.ts";
import { foldName } from "./fold-name.ts";
import type { MemberProgress, Profile } from "./team-member.ts";

export type PersonRead = { profile: Profile; subject: Subject; progress: MemberProgress };

/** What is stored about some people, with a number of queries that does not depend on how many. Partners are left out. */
export async function readPeople(
  handle: Handle,
  { ids, program, now }: { ids: readonly string[]; program: ProgramFacts; now: number },
): Promise<PersonRead[]> {
  const rows = await handle
    .select(columns)
    .from(people)
    .where(inArray(people.id, [...ids]));
  const { subjects } = await readManyClaimFacts(handle, { personIds: ids });
  const known = rows.flatMap((row) => {
    const [profile, subject] = [profileOf(row), subjects.get(row.id)];
    return profile && subject ? [{ profile, subject }] : [];
  });
  const progress = await readProgressOf(handle, { subjects: known.map(({ subject }) => subject), program, now });
  return known.map(({ profile, subject }) => ({
    ...{ profile, subject },
    progress: progress.get(subject.id) ?? noPath,
  }));
}

const noPath: MemberProgress = { done: 0, total: 0, changesAt: Number.POSITIVE_INFINITY };

const columns = {
  id: people.id,
  kind: people.kind,
  employeeId: people.employeeId,
  givenName: people.givenName,
  familyName: people.familyName,
  preferredName: people.preferredName,
  managerEmployeeId: people.managerEmployeeId,
  country: people.country,
  region: people.region,
  department: people.department,
  jobTitle: people.jobTitle,
  onLeave: people.onLeave,
  workerType: people.workerType,
};

type Row = { [Name in keyof typeof columns]: (typeof people.$inferSelect)[Name] };

function profileOf(row: Row): Profile | null {
  if (row.kind === "partner" || row.employeeId === null) return null;
  const { kind, employeeId, managerEmployeeId, jobTitle, onLeave } = row;
  const given = row.preferredName || row.givenName;
  return {
    ...{ id: row.id, kind, employeeId, managerEmployeeId, jobTitle, onLeave },
    name: fullName(row),
    sortKey: foldName(`${row.familyName} ${given}`),
    searchKey: foldName(`${given} ${row.givenName} ${row.familyName}`),
    // The same few texts for everybody: kept once and not for each person.
    ...{ country: shared(row.country), region: shared(row.region), department: shared(row.department) },
    contractor: row.workerType === "contractor",
  };
}

const texts = new Map<string, string>();

function shared(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  if (texts.size < 10_000) texts.set(text, text);
  return text;
}

async function readProgressOf(
  handle: Handle,
  { subjects, program, now }: { subjects: readonly Subject[]; program: ProgramFacts; now: number },
): Promise<Map<string, MemberProgress>> {
  const published = new Set(program.releases.map((release) => release.editionId));
  const wanted = subjects.flatMap(({ id, person, certifications }) => {
    if (person.kind !== "rep") return [];
    const isPublished = (editionId: string) => published.has(editionId);
    const editionId = editionToWorkOn(program.waves, { person, instant: now, isPublished });
    const release = editionId !== null && releaseAt(program.releases, editionId, now);
    return release ? [{ personId: id, editionId: release.editionId, releaseId: release.id, certifications }] : [];
  });
  const done = await readOpenProgress(handle, { wanted, now });
  const releases = await readReleases(
    handle,
    program.releases.map(({ id }) => id),
  );
  const windows = new Set([...releases.values()].map(({ summary }) => summary.certification.renewalWindowDays));
  return new Map(
    wanted.flatMap(({ personId, releaseId, certifications }): [string, MemberProgress][] => {
      const release = releases.get(releaseId);
      const found = done.get(personId);
      if (!release || !found) return [];
      const edges = certifications.flatMap(({ validUntil }) =>
        [...windows].map((days) => renewalOpensAt(validUntil, days)).filter((at) => at > now),
      );
      const changesAt = Math.min(Number.POSITIVE_INFINITY, ...edges);
      const { modules, story } = release.summary;
      const total = modules.length + (story ? 1 : 0) + 2;
      if (found === "finished") return [[personId, { done: total, total, changesAt }]];
      const steps = pathSteps(release, found).filter((step) => step.state === "done");
      return [[personId, { done: steps.length, total, changesAt }]];
    }),
  );
}
