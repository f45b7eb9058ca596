import { readFile } from "node:fs/promises";
import { sql } from "drizzle-orm";
import type { Database } from "../db.server.ts";
import { projectRoot } from "../project-root.server.ts";

export type MigrationState = "current" | "behind" | "none";

/**
 * Whether the database has every migration that this version brings. A database that is ahead counts as current, so
 * that an older node keeps serving while a newer one is rolled out. Throws when the database does not answer.
 */
export async function migrationState(db: Database): Promise<MigrationState> {
  await db.ping();
  const newest = await newestMigration(db);
  const applied = await lastApplied(db);
  if (applied === null) return "none";
  return applied >= newest ? "current" : "behind";
}

/** When the last migration was written, which is how drizzle orders them. */
async function newestMigration(db: Database): Promise<number> {
  const journal = new URL(`db/migrations/${db.engine}/meta/_journal.json`, projectRoot);
  const { entries }: { entries: { when: number }[] } = JSON.parse(await readFile(journal, "utf8"));
  return Math.max(0, ...entries.map((entry) => entry.when));
}

async function lastApplied(db: Database): Promise<number | null> {
  const table = db.engine === "postgres" ? sql`drizzle.__drizzle_migrations` : sql`__drizzle_migrations`;
  try {
    const [row] = await db.rows<{ last: number | string | null }>(
      db.read,
      sql`select max(created_at) as last from ${table}`,
    );
    return row?.last == null ? null : Number(row.last);
  } catch {
    // The database has just answered, so what is missing is the table: nothing was ever migrated.
    return null;
  }
}
