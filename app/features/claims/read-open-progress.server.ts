import { and, eq, inArray, isNotNull, type Placeholder, sql } from "drizzle-orm";
import { attempts, certifications, evidence, type Handle, registrations } from "#app/platform/db.server.ts";
import { prepareOnce } from "#app/platform/prepare-once.server.ts";
import { renewalOpensAt } from "../certification/certification-period.ts";
import { noProgress, type Progress, progressKinds, progressOf } from "../certification/progress.ts";
import { readReleases } from "./read-releases.server.ts";

/** The registration is finished and its renewal not open yet: nothing is left to do. */
export type OpenProgress = Progress | "finished";

type Wanted = { personId: string; editionId: string };

/**
 * What each person has done so far in the registration that they work in, for many people with a constant number of
 * queries; says the same as `findCurrentRegistration` and `readProgress` for one.
 */
export async function readOpenProgress(
  handle: Handle,
  { wanted, now }: { wanted: readonly Wanted[]; now: number },
): Promise<Map<string, OpenProgress>> {
  const progress = new Map<string, OpenProgress>(wanted.map(({ personId }) => [personId, noProgress]));
  const latest = await latestRegistrations(handle, wanted);
  const finishedIn = latest.flatMap(({ releaseId }) => (releaseId === null ? [] : [releaseId]));
  const finishedUnder = await readReleases(handle, finishedIn);
  const openIds = new Map<string, string>();
  for (const { id, personId, validUntil, releaseId } of latest) {
    const certification = finishedUnder.get(releaseId ?? "")?.summary.certification;
    if (validUntil === null || !certification) openIds.set(id, personId);
    else if (now < renewalOpensAt(validUntil, certification.renewalWindowDays)) progress.set(personId, "finished");
  }
  for (const [id, open] of await readProgressOf(handle, [...openIds.keys()])) progress.set(openIds.get(id) ?? "", open);
  return progress;
}

type Ids = (string | Placeholder)[];

// The gate mostly asks about one person; those queries are built once.
const anId: Ids = [sql.placeholder("id")];
const registrationsOfOne = prepareOnce("registrations_of_one", (handle) => registrationsOf(handle, anId));
const evidenceOfOne = prepareOnce("steps_of_one", (handle) => evidenceOf(handle, anId));
const submittedOfOne = prepareOnce("submitted_of_one", (handle) => submittedOf(handle, anId));

function ofOneOrMany<Row>(
  ids: string[],
  read: { one: (id: string) => Promise<Row[]>; many: (ids: string[]) => PromiseLike<Row[]> },
): PromiseLike<Row[]> {
  const [first] = ids;
  return first !== undefined && ids.length === 1 ? read.one(first) : read.many(ids);
}

function registrationsOf(handle: Handle, personIds: Ids) {
  return handle
    .select({
      id: registrations.id,
      personId: registrations.personId,
      editionId: registrations.editionId,
      cycle: registrations.cycle,
      validUntil: certifications.validUntil,
      releaseId: certifications.releaseId,
    })
    .from(registrations)
    .leftJoin(certifications, eq(certifications.registrationId, registrations.id))
    .where(inArray(registrations.personId, personIds));
}

function evidenceOf(handle: Handle, registrationIds: Ids) {
  return handle
    .select({ registrationId: evidence.registrationId, kind: evidence.kind, subject: evidence.subject })
    .from(evidence)
    .where(and(inArray(evidence.registrationId, registrationIds), inArray(evidence.kind, [...progressKinds])));
}

function submittedOf(handle: Handle, registrationIds: Ids) {
  return handle
    .select({ id: attempts.id, registrationId: attempts.registrationId, result: attempts.result })
    .from(attempts)
    .where(and(inArray(attempts.registrationId, registrationIds), isNotNull(attempts.submittedAt)));
}

async function latestRegistrations(handle: Handle, wanted: readonly Wanted[]) {
  const editions = new Map(wanted.map(({ personId, editionId }) => [personId, editionId]));
  if (editions.size === 0) return [];
  const rows = await ofOneOrMany([...editions.keys()], {
    one: (id) => registrationsOfOne(handle, { id }),
    many: (ids) => registrationsOf(handle, ids),
  });
  const latest = new Map<string, (typeof rows)[number]>();
  for (const row of rows) {
    if (row.editionId !== editions.get(row.personId)) continue;
    if (row.cycle > (latest.get(row.personId)?.cycle ?? 0)) latest.set(row.personId, row);
  }
  return [...latest.values()];
}

async function readProgressOf(handle: Handle, registrationIds: readonly string[]): Promise<Map<string, Progress>> {
  if (registrationIds.length === 0) return new Map();
  const ids = [...registrationIds];
  const records = await ofOneOrMany(ids, {
    one: (id) => evidenceOfOne(handle, { id }),
    many: (those) => evidenceOf(handle, those),
  });
  const submitted = await ofOneOrMany(ids, {
    one: (id) => submittedOfOne(handle, { id }),
    many: (those) => submittedOf(handle, those),
  });
  const recordsOf = Map.groupBy(records, (record) => record.registrationId);
  const submittedIn = Map.groupBy(submitted, (attempt) => attempt.registrationId);
  return new Map(ids.map((id) => [id, progressOf(recordsOf.get(id) ?? [], submittedIn.get(id) ?? [])]));
}
