import { type SQL, sql } from "drizzle-orm";
import { type Database, prepareRows } from "#app/platform/db.server.ts";
import { renewalOpensAt } from "../certification/certification-period.ts";
import { progressOf } from "../certification/progress.ts";
import { claimFactsQuery, factRow } from "../claims/claim-facts-query.server.ts";
import { type OpenProgressRow, openProgressQuery, openProgressRow } from "../claims/open-progress-query.server.ts";
import { readReleases } from "../claims/read-releases.server.ts";
import { type Subject, sortFactRows } from "../claims/sort-fact-rows.server.ts";
import { encodeFacts, type RegistrationFacts } from "./standing-facts.ts";

// A list of ids as one value, so that a statement is built once for any number of people.
const ids = sql.placeholder("ids");
const among = { sqlite: sql`in (select value from json_each(${ids}))`, postgres: sql`= any(${ids}::text[])` };
const claimFacts = perEngine(
  "standing_claim_facts",
  (theirs) => (handle) => claimFactsQuery(handle, sql`id ${theirs}`),
);
const progress = perEngine(
  "standing_progress",
  (theirs) => (handle) => openProgressQuery(handle, sql`person_id ${theirs}`),
);

/** A condition on people's ids, and the value that stands for a list of them. */
export function perEngine(name: string, build: (theirs: SQL) => Parameters<typeof prepareRows>[1]) {
  const sqlite = prepareRows(name, build(among.sqlite));
  const postgres = prepareRows(name, build(among.postgres));
  return (db: Pick<Database, "engine" | "read">, personIds: readonly string[]) =>
    db.engine === "postgres"
      ? postgres(db.read, { ids: personIds })
      : sqlite(db.read, { ids: JSON.stringify(personIds) });
}

/**
 * What the standing of some people depends on, as stored in evidence and its shortcuts now, encoded; with a number of
 * queries that does not depend on how many. Somebody unknown is left out.
 */
export async function readStandingFacts(db: Database, personIds: readonly string[]): Promise<Map<string, string>> {
  if (personIds.length === 0) return new Map();
  const { subjects } = sortFactRows((await claimFacts(db, personIds)).map(factRow));
  const rows = (await progress(db, personIds)).map(openProgressRow);
  const registrations = await registrationsOf(db, rows);
  return new Map([...subjects].map(([id, subject]) => [id, encode(subject, registrations.get(id) ?? [])]));
}

function encode({ person, certifications, holds, overrides }: Subject, registrations: RegistrationFacts[]): string {
  return encodeFacts({ knownFrom: person.knownFrom, certifications, holds, overrides, registrations });
}

type RegistrationRow = Extract<OpenProgressRow, { fact: "registration" }>;
type DoneRow = Exclude<OpenProgressRow, RegistrationRow>;

/** Of each person the last registration for each edition: what they work in, or have finished. */
async function registrationsOf(db: Database, rows: readonly OpenProgressRow[]) {
  const latest = new Map<string, RegistrationRow>();
  const done = new Map<string, DoneRow[]>();
  for (const row of rows) {
    if (row.fact === "registration") {
      const key = `${row.personId} ${row.editionId}`;
      if (row.cycle > (latest.get(key)?.cycle ?? 0)) latest.set(key, row);
    } else {
      const known = done.get(row.registrationId);
      if (known) known.push(row);
      else done.set(row.registrationId, [row]);
    }
  }
  const certifiedUnder = [...latest.values()].flatMap(({ certified }) => certified?.releaseId ?? []);
  const releases = await readReleases(db.read, certifiedUnder);
  const found = new Map<string, RegistrationFacts[]>();
  for (const { id, personId, editionId, path, certified } of latest.values()) {
    const terms = releases.get(certified?.releaseId ?? "")?.summary.certification;
    const facts =
      certified && terms
        ? {
            ...nothingDone,
            editionId,
            path,
            renewalOpensAt: renewalOpensAt(certified.validUntil, terms.renewalWindowDays),
          }
        : { editionId, path, renewalOpensAt: null, ...doneIn(done.get(id) ?? []) };
    const known = found.get(personId);
    if (known) known.push(facts);
    else found.set(personId, [facts]);
  }
  return found;
}

const nothingDone = { readModules: [], endedStories: [], passed: false, attested: false };

function doneIn(rows: readonly DoneRow[]) {
  const { readModules, endedStories, passed, attested } = progressOf(
    rows.filter((row) => row.fact === "record"),
    rows.filter((row) => row.fact === "attempt").map(({ id, passed }) => ({ id, result: { passed } })),
  );
  return { readModules: [...readModules], endedStories: [...endedStories], passed, attested };
}
