import { type SQL, sql } from "drizzle-orm";
import type { EvidenceBody, Handle, registrations } from "#app/platform/db.server.ts";
import { progressKinds } from "../certification/progress.ts";

const kinds = sql.join(
  progressKinds.map((kind) => sql`${kind}`),
  sql`, `,
);

/**
 * What the people that the condition `who` on `person_id` selects have done so far: their registrations, the records that
 * tell the progress, and the attempts submitted, in one statement.
 */
export function openProgressQuery(handle: Handle, who: SQL) {
  const theirs = sql`in (select id from registrations where ${who})`;
  // Both engines want every part of a union to have columns of the same types; the first part names them.
  const [noText, noInstant] = [sql`cast(null as text)`, sql`cast(null as bigint)`];
  const facts = sql`(
    select 'registration' as fact, registrations.id as registration_id, registrations.person_id as name,
      registrations.edition_id as detail, certifications.release_id as more, registrations.cycle as number,
      certifications.valid_until as ends, registrations.path as path
    from registrations left join certifications on certifications.registration_id = registrations.id
    where registrations.id ${theirs}
    union all
    select 'record', registration_id, kind, subject, ${noText}, 0, ${noInstant}, ${noText}
    from evidence where registration_id ${theirs} and kind in (${kinds})
    union all
    select 'attempt', registration_id, id, cast(result ->> 'passed' as text), ${noText}, 0, ${noInstant}, ${noText}
    from attempts where registration_id ${theirs} and submitted_at is not null
  ) facts`;
  return handle
    .select({
      fact: sql`fact`,
      registrationId: sql`registration_id`,
      name: sql`name`,
      detail: sql`detail`,
      more: sql`more`,
      number: sql`number`,
      until: sql`ends`,
      path: sql`path`,
    })
    .from(facts);
}

export type OpenProgressRow =
  | {
      fact: "registration";
      id: string;
      personId: string;
      editionId: string;
      cycle: number;
      path: Registration["path"];
      certified: Certified | null;
    }
  | { fact: "record"; registrationId: string; kind: EvidenceBody["kind"]; subject: string }
  | { fact: "attempt"; registrationId: string; id: string; passed: boolean };

type Registration = typeof registrations.$inferSelect;
type Certified = { releaseId: string; validUntil: number };

/** A bare row of the statement, its columns in their order. */
export function openProgressRow(row: readonly unknown[]): OpenProgressRow {
  const [fact, registrationId, name, detail, more, number, until, path] = row;
  const id = registrationId as string;
  if (fact === "record") {
    return { fact, registrationId: id, kind: name as EvidenceBody["kind"], subject: detail as string };
  }
  // What is true as JSON, SQLite gives as 1 and PostgreSQL as its text.
  if (fact === "attempt") {
    return { fact, registrationId: id, id: name as string, passed: detail === "1" || detail === "true" };
  }
  const certified = until === null ? null : { releaseId: more as string, validUntil: Number(until) };
  return {
    ...{ fact: "registration", id, personId: name as string, editionId: detail as string },
    ...{ cycle: Number(number), path: path as Registration["path"], certified },
  };
}
