import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { findApiKey } from "#app/features/access/find-api-key.server.ts";
import { checkClaimRight } from "#app/features/claims/check-claim-right.server.ts";
import type { Database, Handle } from "#app/platform/db.server.ts";

export type Statement = { sql: string; params: (string | number | null)[] };

/**
 * The statements that the gate sends for each of these people, a denial's included, as the real code sends them: the
 * look-up of the key, the facts, and what helps after a no.
 */
export async function recordStatements(
  file: string,
  { token, employeeIds }: { token: string; employeeIds: readonly string[] },
): Promise<Map<string, Statement[]>> {
  const sent: Statement[] = [];
  const reader = recordingReader(file, sent);
  const handle: Handle = drizzle(reader, { casing: "snake_case" });
  const db = { read: handle } as Database;
  const now = Date.now();
  // What is read once and remembered is no statement of a request: the first of all answers is thrown away.
  for (const employeeId of employeeIds.slice(0, 50)) await checkClaimRight({ db, employeeId, at: now, now });
  const statements = new Map<string, Statement[]>();
  for (const employeeId of employeeIds) {
    sent.length = 0;
    const key = await findApiKey(handle, token);
    const { personId } = await checkClaimRight({ db, employeeId, at: now, now });
    if (!key || !personId) throw new Error("The key or a person of the bench is not in its database.");
    statements.set(employeeId, [...sent]);
  }
  reader.close();
  return statements;
}

/** Whatever asks, asks through the connection in the end. */
function recordingReader(file: string, statements: Statement[]) {
  const reader = new Sqlite(file, { readonly: true });
  const prepare = reader.prepare.bind(reader);
  const recording = (sql: string) => {
    const statement = prepare(sql);
    const all = statement.all.bind(statement);
    statement.all = (...params: unknown[]) => {
      statements.push({ sql, params: params as Statement["params"] });
      return all(...params);
    };
    return statement;
  };
  return Object.assign(reader, { prepare: recording as typeof reader.prepare });
}
