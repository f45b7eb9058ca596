import { getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import { progressKinds } from "#app/features/certification/progress.ts";
import {
  attempts,
  certifications,
  type Database,
  evidence,
  holds,
  overrides,
  people,
  personVersions,
  registrations,
} from "#app/platform/db.server.ts";

type Table = typeof people | typeof evidence;
type Copied = { table: Table; changed: Record<string, SQL>; only?: SQL };

/**
 * As many people again for each further time, with what their standing depends on: histories, registrations, the records
 * that tell the progress, attempts, certifications, holds, overrides. Each copy reports to the copies of its managers,
 * and their top to the first top. Chains of evidence are not made for them, so `evidence verify` means nothing here.
 */
export async function multiplyPeople(db: Database, times: number): Promise<void> {
  for (let copy = 1; copy < times; copy++) {
    for (const table of copiesOf(copy)) await copyRows(db, table);
  }
}

/** What is copied is told by an id of the first people, which has no such end. */
const copyMark = "~";

function copiesOf(copy: number): Copied[] {
  const renamed = (column: string) => sql`${sql.identifier(column)} || ${`${copyMark}${copy}`}`;
  const numbered = (column: string) => sql`${String(copy)} || ${sql.identifier(column)}`;
  const own = { id: renamed("id"), personId: renamed("person_id") };
  const inRegistration = { ...own, registrationId: renamed("registration_id") };
  const top = sql`(select min(employee_id) from people where manager_employee_id is null and employee_id is not null
    and id not like ${`%${copyMark}%`} and exists
    (select 1 from people below where below.manager_employee_id = people.employee_id))`;
  return [
    {
      table: people,
      changed: {
        id: renamed("id"),
        employeeId: numbered("employee_id"),
        externalId: numbered("external_id"),
        managerEmployeeId: sql`coalesce(${numbered("manager_employee_id")}, ${top})`,
      },
    },
    ...[personVersions, registrations, holds, overrides].map((table) => ({
      table: table as unknown as Table,
      changed: own,
    })),
    { table: evidence, changed: inRegistration, only: inArray(evidence.kind, [...progressKinds]) },
    { table: attempts as unknown as Table, changed: inRegistration },
    {
      table: certifications as unknown as Table,
      changed: { ...inRegistration, number: renamed("number") },
    },
  ];
}

async function copyRows(db: Database, { table, changed, only }: Copied): Promise<void> {
  const columns = Object.keys(getTableColumns(table)).map(
    (key) => changed[key] ?? sql.identifier(key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)),
  );
  const owner = table === people ? sql.identifier("id") : sql.identifier("person_id");
  const first = sql`${owner} not like ${`%${copyMark}%`}`;
  const where = only ? sql`${first} and ${only}` : first;
  await db.write(async (tx) => {
    await tx.insert(table).select(sql`select ${sql.join(columns, sql`, `)} from ${table} where ${where}`);
  });
}
