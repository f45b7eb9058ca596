import { inArray, type SQL, sql } from "drizzle-orm";
import { type Handle, registrations } from "#app/platform/db.server.ts";
import { renewalOpensAt } from "../certification/certification-period.ts";
import { readReleases } from "../claims/read-releases.server.ts";
import type { PassedAttempt, StepRecord } from "./matrix-facts.ts";

export type MatrixFacts = {
  records: StepRecord[];
  passed: PassedAttempt[];
  /** The registration ended with a certification that still stands for it. */
  finished: boolean;
  certifiedAt: number | null;
};

type Row = {
  fact: "registration" | "record" | "passed";
  registrationId: string;
  name: string;
  detail: string;
  more: string | null;
  number: number;
  at: number | null;
};

type Wanted = { personId: string; editionId: string };

/**
 * What people did by an instant in the registration that they worked in then, for the edition that each works on; by
 * person id. One statement for all of them.
 */
export async function readMatrixFacts(
  handle: Handle,
  { wanted, asOf }: { wanted: readonly Wanted[]; asOf: number },
): Promise<Map<string, MatrixFacts>> {
  if (wanted.length === 0) return new Map();
  const who = inArray(
    registrations.personId,
    wanted.map(({ personId }) => personId),
  );
  const rows = (await factsQuery(handle, who, asOf)) as Row[];
  const editions = new Map(wanted.map(({ personId, editionId }) => [personId, editionId]));
  const latest = new Map<string, Row>();
  for (const row of rows) {
    if (row.fact !== "registration" || row.detail !== editions.get(row.name)) continue;
    if (Number(row.number) > Number(latest.get(row.name)?.number ?? 0)) latest.set(row.name, row);
  }
  const under = await readReleases(
    handle,
    [...latest.values()].flatMap(({ more }) => more ?? []),
  );
  const facts = new Map<string, MatrixFacts>();
  const byRegistration = new Map<string, MatrixFacts>();
  for (const [personId, { registrationId, more, at }] of latest) {
    const terms = under.get(more ?? "")?.summary.certification;
    const finished = terms !== undefined && at !== null;
    // In the renewal window the next cycle begins, and nothing of it is done yet.
    if (finished && asOf >= renewalOpensAt(Number(at), terms.renewalWindowDays)) continue;
    const own: MatrixFacts = { records: [], passed: [], finished, certifiedAt: null };
    facts.set(personId, own);
    byRegistration.set(registrationId, own);
  }
  for (const row of rows) {
    const own = byRegistration.get(row.registrationId);
    if (own) addFact(own, row);
  }
  return facts;
}

function addFact(own: MatrixFacts, { fact, name, detail, at }: Row): void {
  if (fact === "passed") own.passed.push({ id: name, submittedAt: Number(at) });
  if (fact !== "record") return;
  if (name === "certified") own.certifiedAt = Number(at);
  else own.records.push({ kind: name, subject: detail, at: Number(at) });
}

function factsQuery(handle: Handle, who: SQL, asOf: number) {
  const theirs = sql`in (select id from registrations where ${who})`;
  const noText = sql`cast(null as text)`;
  const kinds = sql`('lesson_read', 'lesson_tested_out', 'story_ended', 'attempt_voided', 'attested', 'certified')`;
  // Both engines want every part of a union to have columns of the same types; the first part names them.
  const facts = sql`(
    select 'registration' as fact, registrations.id as registration_id, registrations.person_id as name,
      registrations.edition_id as detail, certifications.release_id as more, registrations.cycle as number,
      certifications.valid_until as instant
    from registrations left join certifications
      on certifications.registration_id = registrations.id and exists (
        select 1 from evidence where evidence.registration_id = registrations.id and kind = 'certified' and at <= ${asOf})
    where registrations.id ${theirs} and registrations.opened_at <= ${asOf}
    union all
    select 'record', registration_id, kind, subject, ${noText}, 0, at
    from evidence where registration_id ${theirs} and kind in ${kinds} and at <= ${asOf}
    union all
    select 'passed', registration_id, id, '', ${noText}, 0, submitted_at
    from attempts where registration_id ${theirs} and submitted_at <= ${asOf}
      and cast(result ->> 'passed' as text) in ('1', 'true')
  ) facts`;
  return handle
    .select({
      fact: sql`fact`,
      registrationId: sql`registration_id`,
      name: sql`name`,
      detail: sql`detail`,
      more: sql`more`,
      number: sql`number`,
      at: sql`instant`,
    })
    .from(facts);
}
