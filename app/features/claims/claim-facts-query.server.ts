import { type SQL, sql } from "drizzle-orm";
import type { Handle } from "#app/platform/db.server.ts";
import { defaultProgramId } from "../programs/default-program.ts";

/**
 * Everything that the gate depends on for the people that the condition `who` on `people` selects, in one statement: one
 * round trip and one snapshot, so that a hold placed and an override ended together are never seen one without the
 * other. Waves and releases are the same few rows for everyone, read each time so that they are never stale.
 */
export function claimFactsQuery(handle: Handle, who: SQL) {
  const theirs = sql`in (select id from people where ${who})`;
  // Both engines want every part of a union to have columns of the same types; the first part names them.
  const [noText, noInstant, noJson] = [sql`cast(null as text)`, sql`cast(null as bigint)`, sql`cast(null as jsonb)`];
  const facts = sql`(
    select 'wave' as fact, ${noText} as person_id, id, edition_id as name, mode as detail, ${noText} as manager,
      effective_at as starts, withdrawn_at as ends, created_at as recorded, ${noInstant} as ended, grace_days as number,
      countries, kinds
    from waves where program_id = ${defaultProgramId}
    union all
    select 'release', ${noText}, id, edition_id, ${noText}, ${noText},
      published_at, ${noInstant}, ${noInstant}, ${noInstant}, 0, ${noJson}, ${noJson}
    from releases where program_id = ${defaultProgramId}
    union all
    select 'person', id, coalesce(employee_id, ''), kind, country, manager_employee_id,
      (select min(valid_from) from person_versions where person_id = people.id), left_at, ${noInstant}, ${noInstant}, case when on_leave then 1 else 0 end, ${noJson}, ${noJson}
    from people where ${who}
    union all
    select 'certification', person_id, id, edition_id, ${noText}, ${noText},
      valid_from, valid_until, ${noInstant}, ${noInstant}, 0, ${noJson}, ${noJson}
    from certifications where person_id ${theirs} and program_id = ${defaultProgramId}
    union all
    select 'hold', person_id, id, ${noText}, ${noText}, ${noText},
      opened_at, lifted_at, ${noInstant}, ${noInstant}, 0, ${noJson}, ${noJson}
    from holds where person_id ${theirs}
    union all
    select 'override', person_id, id, ${noText}, ${noText}, ${noText},
      valid_from, valid_until, granted_at, ended_at, 0, ${noJson}, ${noJson}
    from overrides where person_id ${theirs}
  ) facts`;
  return handle
    .select({
      fact: sql`fact`,
      personId: sql`person_id`,
      id: sql`id`,
      name: sql`name`,
      detail: sql`detail`,
      manager: sql`manager`,
      from: sql`starts`,
      until: sql`ends`,
      recordedAt: sql`recorded`,
      endedAt: sql`ended`,
      number: sql`number`,
      countries: sql`countries`,
      kinds: sql`kinds`,
    })
    .from(facts);
}

export type FactRow = {
  fact: "wave" | "release" | "person" | "certification" | "hold" | "override";
  personId: string | null;
  id: string;
  name: string | null;
  detail: string | null;
  manager: string | null;
  from: number | null;
  until: number | null;
  recordedAt: number | null;
  endedAt: number | null;
  number: number;
  countries: string[] | null;
  kinds: ("rep" | "partner" | "staff")[] | null;
};

/** A bare row of the statement, its columns in their order. */
export function factRow(row: readonly unknown[]): FactRow {
  const [fact, personId, id, name, detail, manager, from, until, recordedAt, endedAt, number, countries, kinds] = row;
  return {
    fact: fact as FactRow["fact"],
    personId: personId as string | null,
    id: id as string,
    name: name as string | null,
    detail: detail as string | null,
    manager: manager as string | null,
    from: instant(from),
    until: instant(until),
    recordedAt: instant(recordedAt),
    endedAt: instant(endedAt),
    number: number as number,
    countries: json(countries) as string[] | null,
    kinds: json(kinds) as FactRow["kinds"],
  };
}

/** The PostgreSQL driver hands out 64-bit numbers as text. */
function instant(value: unknown): number | null {
  return value === null ? null : Number(value);
}

/** SQLite keeps JSON as text. */
function json(value: unknown): unknown {
  return typeof value === "string" ? JSON.parse(value) : value;
}
