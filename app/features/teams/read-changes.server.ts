import { and, gte, type SQL, sql } from "drizzle-orm";
import { type Database, personChanges, prepareRows } from "#app/platform/db.server.ts";

const changedSince = (next: SQL, isOurs?: SQL) =>
  prepareRows("changed_people", (handle) =>
    handle
      .select({ personId: personChanges.personId, mark: personChanges.mark, next })
      .from(personChanges)
      .where(and(gte(personChanges.mark, sql.placeholder("from")), isOurs)),
  );
const onSqlite = changedSince(sql`mark + 1`);
const onPostgres = changedSince(
  sql`pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
  // Restored from another cluster, marks may be of transactions that are yet to come here: those are no changes.
  sql`mark < pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
);

export type Change = { personId: string; mark: number };

/** Up to where changes are known: the next ones have a mark that is not lower. */
export type Watermark = number;

/**
 * Whose stored facts changed since a watermark, and the next watermark, from one snapshot. On SQLite there is one writer,
 * so marks come in the order of commits. On PostgreSQL a mark is the number of its transaction, and the next watermark is
 * the oldest transaction still under way: whatever commits later has a mark from there on, so that none is ever missed; a
 * few people may be named twice.
 */
export async function readChanges(db: Database, from: Watermark): Promise<{ changes: Change[]; watermark: Watermark }> {
  const rows = await (db.engine === "postgres" ? onPostgres : onSqlite)(db.read, { from });
  let watermark = from;
  for (const [, , next] of rows) watermark = Math.max(watermark, Number(next));
  const changes = rows.map(([personId, mark]) => ({ personId: personId as string, mark: Number(mark) }));
  return { changes, watermark };
}

/** The watermark before everything is read for the first time. */
export async function readWatermark(db: Database): Promise<Watermark> {
  const query =
    db.engine === "postgres"
      ? sql`select pg_snapshot_xmin(pg_current_snapshot())::text as next`
      : sql`select coalesce(max(mark), 0) + 1 as next from person_changes`;
  const [row] = await db.rows<{ next: string | number }>(db.read, query);
  return Number(row?.next ?? 0);
}
