import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { prepareFindApiKey } from "#app/features/access/prepare-find-api-key.server.ts";
import { readClaimFacts } from "#app/features/claims/read-claim-facts.server.ts";
import type { Handle } from "#app/platform/db.server.ts";

export type Statement = { sql: string; params: (string | number | null)[] };

/** The statements of the gate for one person, as the real code sends them: the look-up of the key, then the facts. */
export async function recordStatements(
  file: string,
  { token, employeeId }: { token: string; employeeId: string },
): Promise<Statement[]> {
  const statements: Statement[] = [];
  const reader = recordingReader(file, statements);
  const handle: Handle = drizzle(reader, { casing: "snake_case" });
  const key = await prepareFindApiKey(handle)(token);
  const { subject } = await readClaimFacts(handle, { employeeId });
  reader.close();
  if (!key || !subject) throw new Error("The key or the person of the bench is not in its database.");
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
