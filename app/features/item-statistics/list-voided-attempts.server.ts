import { sql } from "drizzle-orm";
import { evidence, type Handle } from "#app/platform/db.server.ts";

/** Ids of the attempts that a technical fault broke and that count for nothing. */
export async function listVoidedAttempts(handle: Handle): Promise<Set<string>> {
  // Written out and not as a parameter, so that SQLite sees that the partial index holds all of them.
  const rows = await handle.select({ id: evidence.subject }).from(evidence).where(sql`kind = 'attempt_voided'`);
  return new Set(rows.map(({ id }) => id));
}
