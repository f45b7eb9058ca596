import Sqlite from "better-sqlite3";
import pg from "pg";

/** Looks into the database of a running system from outside, on either engine. JSON columns come parsed. */
export async function queryRows<T>(databaseUrl: string, query: string): Promise<T[]> {
  if (databaseUrl.startsWith("file:")) {
    const file = new Sqlite(databaseUrl.slice("file:".length), { readonly: true });
    const rows = file.prepare(query).all() as Record<string, unknown>[];
    file.close();
    return rows.map(parsed) as T[];
  }
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query(query);
  await client.end();
  return rows as T[];
}

function parsed(row: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => [
      key,
      typeof value === "string" && /^[[{]/.test(value) ? (JSON.parse(value) as unknown) : value,
    ]),
  );
}
