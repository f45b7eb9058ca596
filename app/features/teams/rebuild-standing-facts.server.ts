import { and, asc, count, gt, inArray, isNotNull, ne, notInArray } from "drizzle-orm";
import { type Database, people, standingFacts } from "#app/platform/db.server.ts";
import { readMarkedFacts } from "./read-marked-facts.server.ts";
import { storeFacts } from "./store-standing-facts.server.ts";

export type Rebuilt = { people: number; written: number; removed: number };

const pageSize = 500;
const isKept = and(ne(people.kind, "partner"), isNotNull(people.employeeId));

/**
 * Gathers what everybody's standing depends on anew, and stores it where it is missing or different. Works page by page
 * beside whatever else is recorded; what a change overtakes is out of use by its mark.
 */
export async function rebuildStandingFacts(
  db: Database,
  { onProgress = () => {} }: { onProgress?: (done: number, total: number) => void } = {},
): Promise<Rebuilt> {
  const [total] = await db.read.select({ people: count() }).from(people).where(isKept);
  const rebuilt: Rebuilt = { people: 0, written: 0, removed: await removeOthers(db) };
  for (let after = ""; ; ) {
    const page = await db.read
      .select({ id: people.id })
      .from(people)
      .where(and(isKept, gt(people.id, after)))
      .orderBy(asc(people.id))
      .limit(pageSize);
    const last = page.at(-1);
    if (!last) return rebuilt;
    rebuilt.written += await rebuildPage(
      db,
      page.map(({ id }) => id),
    );
    after = last.id;
    rebuilt.people += page.length;
    onProgress(rebuilt.people, total?.people ?? 0);
  }
}

async function rebuildPage(db: Database, ids: readonly string[]): Promise<number> {
  const found = await readMarkedFacts(db, ids);
  const different = found.filter(({ mark, facts, stored }) => stored?.mark !== mark || stored.facts !== facts);
  await storeFacts(
    db,
    different.map(({ personId, mark, facts }) => ({ personId, mark, facts })),
  );
  return different.length;
}

/** Whoever is a partner now, or has lost the employee id, is in no team. */
async function removeOthers(db: Database): Promise<number> {
  const kept = db.read.select({ id: people.id }).from(people).where(isKept);
  const others = await db.read
    .select({ id: standingFacts.personId })
    .from(standingFacts)
    .where(notInArray(standingFacts.personId, kept));
  const ids = others.map(({ id }) => id);
  for (let first = 0; first < ids.length; first += pageSize) {
    await db.write(async (tx) => {
      await tx.delete(standingFacts).where(inArray(standingFacts.personId, ids.slice(first, first + pageSize)));
    });
  }
  return ids.length;
}
