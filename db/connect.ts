import { connectPostgres } from "./connect-postgres.ts";
import { connectSqlite } from "./connect-sqlite.ts";
import type { Database } from "./database.ts";
import { engine, engineOf } from "./engine.ts";

/** Opens `file:PATH` with SQLite or `postgres://…` with PostgreSQL. Throws when this process was built for the other. */
export function connect(databaseUrl: string): Database {
  if (engineOf(databaseUrl) !== engine)
    throw new Error(`This process was started for ${engine}; start it with DATABASE_URL set.`);
  return engine === "postgres" ? connectPostgres(databaseUrl) : connectSqlite(databaseUrl.replace(/^file:/, ""));
}
