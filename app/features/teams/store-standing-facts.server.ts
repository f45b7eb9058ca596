import { sql } from "drizzle-orm";
import { type Database, standingFacts } from "#app/platform/db.server.ts";
import type { PersonRead } from "./read-people.server.ts";

type FactsToStore = { personId: string; mark: number; facts: string };

/** So many rows are one short write. */
const mostAtOnce = 500;
const longestWaitMs = 60_000;
type Waiting = { rows: Map<string, FactsToStore>; since: number; turn: Promise<void> };
const waiting = new WeakMap<Database, Waiting>();

/**
 * Stores what was gathered anew, many at a time and after a while, for the next process that begins. Nothing depends on
 * it: what is not stored, or was overtaken by a change, is gathered again.
 */
export function storeFactsLater(db: Database, read: readonly PersonRead[]): void {
  const held = waiting.get(db) ?? { rows: new Map(), since: performance.now(), turn: Promise.resolve() };
  waiting.set(db, held);
  for (const { profile, mark, facts, isNew } of read)
    if (isNew) held.rows.set(profile.id, { personId: profile.id, mark, facts });
  if (held.rows.size === 0) held.since = performance.now();
  if (held.rows.size < mostAtOnce && performance.now() - held.since < longestWaitMs) return;
  const rows = [...held.rows.values()];
  held.rows.clear();
  held.since = performance.now();
  held.turn = held.turn.then(() => storeFacts(db, rows)).catch(() => {});
}

export async function storeFacts(db: Database, rows: readonly FactsToStore[]): Promise<void> {
  for (let first = 0; first < rows.length; first += mostAtOnce) {
    const some = rows.slice(first, first + mostAtOnce);
    await db.write(async (tx) => {
      await tx
        .insert(standingFacts)
        .values(some)
        .onConflictDoUpdate({
          target: standingFacts.personId,
          set: { mark: sql`excluded.mark`, facts: sql`excluded.facts` },
        });
    });
  }
}
