import { inArray, type SQL, sql } from "drizzle-orm";
import { type Handle, people, prepareRows } from "#app/platform/db.server.ts";
import { claimFactsQuery, factRow } from "./claim-facts-query.server.ts";
import { type ProgramFacts, type Subject, sortFactRows } from "./sort-fact-rows.server.ts";

const who = sql.placeholder("who");
const factsByEmployeeId = prepareRows("claim_facts_by_employee_id", (handle) =>
  claimFactsQuery(handle, sql`employee_id = ${who}`),
);
const factsByPersonId = prepareRows("claim_facts_by_person_id", (handle) => claimFactsQuery(handle, sql`id = ${who}`));

export type Asked = { employeeId: string } | { personId: string };

/** The facts of one person as they are now; `subject` is null when nobody has the id. */
export async function readClaimFacts(
  handle: Handle,
  asked: Asked,
): Promise<{ program: ProgramFacts; subject: Subject | null }> {
  const rows =
    "personId" in asked
      ? await factsByPersonId(handle, { who: asked.personId })
      : await factsByEmployeeId(handle, { who: asked.employeeId });
  const { program, subjects } = sortFactRows(rows.map(factRow));
  const [subject = null] = subjects.values();
  return { program, subject };
}

/** As `readClaimFacts` for many, in one statement; by the id that was asked for. */
export async function readManyClaimFacts(
  handle: Handle,
  asked: { employeeIds: readonly string[] } | { personIds: readonly string[] },
): Promise<{ program: ProgramFacts; subjects: Map<string, Subject> }> {
  const byPerson = "personIds" in asked;
  const those = byPerson
    ? inArray(people.id, [...asked.personIds])
    : inArray(people.employeeId, [...asked.employeeIds]);
  const { program, subjects } = sortFactRows(await readManyRows(handle, those));
  if (byPerson) return { program, subjects };
  return { program, subjects: new Map([...subjects.values()].map((one) => [one.employeeId, one])) };
}

async function readManyRows(handle: Handle, those: SQL) {
  const rows = await claimFactsQuery(handle, those);
  return rows.map((row) => factRow(Object.values(row)));
}
