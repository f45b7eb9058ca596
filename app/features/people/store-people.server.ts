import { inArray, max, sql } from "drizzle-orm";
import { type Handle, people, personVersions } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import type { PersonChange } from "./compare-people.ts";
import { type PersonFields, versionedFields } from "./person-fields.ts";
import { repeatStatement } from "./repeat-statement.server.ts";
import { startOfDay } from "./start-of-day.ts";

/** The import under which people are stored, and its instant. */
type Write = { tx: Handle; importId: string; at: number };

/** Makes a function that stores new people with their first versions, which count from the day of hiring on. */
export function addPeople({ tx, importId, at }: Write) {
  const insert = repeatStatement((rows: PersonRow[]) => tx.insert(people).values(rows).prepare());
  const addVersions = versionWriter(tx);
  return async (changes: PersonChange[]) => {
    const rows = changes.map((change) => rowOf(change, { id: newId(), at }));
    await insert(rows);
    const versions = rows.map((row) => {
      const validFrom = row.hiredOn === null ? 0 : startOfDay(row.hiredOn, row.timeZone);
      return versionRow(row, { importId, validFrom, at });
    });
    await addVersions(versions);
  };
}

/** Makes a function that stores changes of known people, with a new version where the gate answers by what changed. */
export function updatePeople({ tx, importId, at }: Write) {
  // Every id is there already, so every row becomes an update: one statement for many people on both engines.
  const update = repeatStatement((rows: PersonRow[]) =>
    tx.insert(people).values(rows).onConflictDoUpdate({ target: people.id, set: updatedColumns }).prepare(),
  );
  const addVersions = versionWriter(tx);
  return async (changes: PersonChange[]) => {
    const rows = changes.flatMap((change) => (change.known ? [rowOf(change, { id: change.known.id, at })] : []));
    await update(rows);
    const versioned = new Set(changes.filter(needsVersion).map(({ known }) => known?.id));
    const after = rows.filter((row) => versioned.has(row.id));
    const latest = await latestVersions(
      tx,
      after.map((row) => row.id),
    );
    const versions = after.map((row) => {
      // A person who is yet to start has a version that begins later than now; the new one must not stand behind it.
      const validFrom = Math.max(at, latest.get(row.id) ?? 0);
      return versionRow(row, { importId, validFrom, at });
    });
    await addVersions(versions);
  };
}

function versionWriter(tx: Handle) {
  return repeatStatement((rows: ReturnType<typeof versionRow>[]) => tx.insert(personVersions).values(rows).prepare());
}

/** The instant from which the latest version of each person counts. */
async function latestVersions(tx: Handle, personIds: string[]): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const found = await tx
    .select({ personId: personVersions.personId, validFrom: max(personVersions.validFrom) })
    .from(personVersions)
    .where(inArray(personVersions.personId, personIds))
    .groupBy(personVersions.personId);
  return new Map(found.map(({ personId, validFrom }) => [personId, Number(validFrom)]));
}

type PersonRow = ReturnType<typeof rowOf>;

const updatedColumns = {
  kind: sql`excluded.kind`,
  givenName: sql`excluded.given_name`,
  familyName: sql`excluded.family_name`,
  preferredName: sql`excluded.preferred_name`,
  email: sql`excluded.email`,
  emailKey: sql`excluded.email_key`,
  country: sql`excluded.country`,
  region: sql`excluded.region`,
  location: sql`excluded.location`,
  jobTitle: sql`excluded.job_title`,
  department: sql`excluded.department`,
  managerEmployeeId: sql`excluded.manager_employee_id`,
  firmId: sql`excluded.firm_id`,
  hiredOn: sql`excluded.hired_on`,
  leftAt: sql`excluded.left_at`,
  onLeave: sql`excluded.on_leave`,
  language: sql`excluded.language`,
  timeZone: sql`excluded.time_zone`,
  workerType: sql`excluded.worker_type`,
  updatedAt: sql`excluded.updated_at`,
};

function rowOf({ person, leavesAtImport }: PersonChange, { id, at }: { id: string; at: number }) {
  const leftAt = leavesAtImport ? at : person.leftAt;
  return { ...person, leftAt, id, createdAt: at, updatedAt: at };
}

function needsVersion({ fields }: PersonChange): boolean {
  return versionedFields.some((field) => fields.includes(field));
}

function versionRow(
  { id: personId, kind, country, managerEmployeeId, leftAt, onLeave, timeZone }: PersonFields & { id: string },
  { importId, validFrom, at }: { importId: string; validFrom: number; at: number },
) {
  const known = { kind, country, managerEmployeeId, leftAt, onLeave, timeZone };
  return { id: newId(), personId, importId, validFrom, recordedAt: at, ...known };
}
