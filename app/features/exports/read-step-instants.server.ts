import { eq, sql } from "drizzle-orm";
import { attempts, certifications, type Database, evidence, registrations } from "#app/platform/db.server.ts";
import { renewalOpensAt } from "../certification/certification-period.ts";
import { stepKey } from "../certification/path-steps.ts";
import type { Team } from "../teams/get-team.server.ts";
import { placesAsStored, sketchAt } from "../teams/member-list.ts";
import { perEngine } from "../teams/read-standing-facts.server.ts";
import type { Member } from "../teams/team-member.ts";
import type { MatrixPath } from "./matrix-paths.server.ts";
import { noteStep, type StepInstants, stepInstants } from "./step-instants.ts";

/** Some 10 ms of work, so that others get their turn in between. */
const peopleAtOnce = 200;

const stepOf: Record<string, "module" | "story" | "attestation"> = {
  lesson_read: "module",
  lesson_tested_out: "module",
  story_ended: "story",
  attested: "attestation",
};
const kinds = sql.raw([...Object.keys(stepOf), "attempt_voided", "certified"].map((kind) => `'${kind}'`).join(", "));

const registrationRows = perEngine(
  "matrix_registrations",
  (theirs) => (handle) =>
    handle
      .select({
        id: registrations.id,
        personId: registrations.personId,
        editionId: registrations.editionId,
        cycle: registrations.cycle,
        releaseId: certifications.releaseId,
        validUntil: certifications.validUntil,
      })
      .from(registrations)
      .leftJoin(certifications, eq(certifications.registrationId, registrations.id))
      .where(sql`${registrations.personId} ${theirs}`),
);
const recordRows = perEngine(
  "matrix_records",
  (theirs) => (handle) =>
    handle
      .select({
        registrationId: evidence.registrationId,
        kind: evidence.kind,
        subject: evidence.subject,
        at: evidence.at,
      })
      .from(evidence)
      .where(sql`${evidence.registrationId} ${theirs} and ${evidence.kind} in (${kinds})`),
);
// What is true as JSON, SQLite gives as 1 and PostgreSQL as its text.
const passedRows = perEngine(
  "matrix_passed",
  (theirs) => (handle) =>
    handle
      .select({ registrationId: attempts.registrationId, id: attempts.id, submittedAt: attempts.submittedAt })
      .from(attempts)
      .where(
        sql`${attempts.registrationId} ${theirs} and ${attempts.submittedAt} is not null
        and cast(${attempts.result} ->> 'passed' as text) in ('1', 'true')`,
      ),
);

type Reads = Pick<Database, "engine" | "read">;
type Given = {
  team: Pick<Team, "asOf" | "program">;
  people: readonly Member[];
  pathOf: (person: number) => MatrixPath | null;
  steps: number;
  signal?: AbortSignal | undefined;
};

/**
 * When each person of a list did the steps of the path, in the registration that they work in as of the team's instant.
 * Asks in the order in which people are stored, where what belongs together lies side by side.
 */
export async function readStepInstants(snapshot: Reads, { people, steps, signal, ...given }: Given) {
  const found = stepInstants(people.length, steps);
  const places = placesAsStored(people);
  for (let first = 0; first < places.length; first += peopleAtOnce) {
    if (first > 0) await new Promise((resume) => setImmediate(resume));
    signal?.throwIfAborted();
    const some = new Map<string, number>();
    for (const place of places.subarray(first, first + peopleAtOnce))
      some.set(sketchAt(people, place)?.id ?? "", place);
    await readSome(snapshot, found, { ...given, some });
  }
  return found;
}

type Some = Pick<Given, "team" | "pathOf"> & { some: ReadonlyMap<string, number> };

async function readSome(snapshot: Reads, found: StepInstants, { team, pathOf, some }: Some): Promise<void> {
  const personOf = await readRegistrations(snapshot, found, { team, pathOf, some });
  const ids = [...personOf.keys()];
  if (ids.length === 0) return;
  const voided = new Set<string>();
  for (const [registrationId, kind, subject, at] of (await recordRows(snapshot, ids)) as Row[]) {
    const person = personOf.get(registrationId) ?? 0;
    if (kind === "attempt_voided") voided.add(subject);
    else if (kind === "certified") found.certifiedAt[person] = Number(at);
    else {
      const step = stepOf[kind] ?? "module";
      const id = step === "attestation" ? "attestation" : subject;
      const place = pathOf(person)?.placeOf.get(stepKey({ kind: step, id }));
      if (place !== undefined) noteStep(found, person, place, Number(at));
    }
  }
  for (const [registrationId, id, submittedAt] of (await passedRows(snapshot, ids)) as Row[]) {
    const person = personOf.get(registrationId) ?? 0;
    const path = pathOf(person);
    const place = path?.placeOf.get(stepKey({ kind: "assessment", id: path.release.summary.assessment.id }));
    if (place !== undefined && !voided.has(id)) noteStep(found, person, place, Number(submittedAt));
  }
}

type Row = [string, string, string, string | number];

/** The registration that each works in, and whose it is; one that is finished, for as long as no new one may begin. */
async function readRegistrations(snapshot: Reads, found: StepInstants, { team, pathOf, some }: Some) {
  const latest = new Map<number, readonly unknown[]>();
  for (const row of await registrationRows(snapshot, [...some.keys()])) {
    const [, personId, editionId, cycle] = row;
    const person = some.get(personId as string) ?? 0;
    if (editionId !== pathOf(person)?.editionId) continue;
    if (Number(cycle) > Number(latest.get(person)?.[3] ?? 0)) latest.set(person, row);
  }
  const personOf = new Map<string, number>();
  for (const [person, [id, , , , releaseId, validUntil]] of latest) {
    const terms = team.program.contents.get(releaseId as string)?.summary.certification;
    const finished = terms !== undefined && validUntil !== null;
    // In the renewal window the next cycle begins, and nothing of it is done yet.
    if (finished && team.asOf >= renewalOpensAt(Number(validUntil), terms.renewalWindowDays)) continue;
    if (finished) found.finished[person] = 1;
    personOf.set(id as string, person);
  }
  return personOf;
}
