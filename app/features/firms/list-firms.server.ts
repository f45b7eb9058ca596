import { and, count, eq, isNotNull } from "drizzle-orm";
import { accounts, attendances, type Database, people } from "#app/platform/db.server.ts";
import { isHere } from "../people/is-here.server.ts";
import { foldName } from "../teams/fold-name.ts";
import type { KnownFirm } from "./known-firm.ts";
import { listPartnerEditions } from "./list-partner-editions.server.ts";
import { readFirms } from "./read-firms.server.ts";

export type ListedFirm = KnownFirm & { people: number; joined: number; attended: number };

/**
 * Firms by name, with how many people of each are here, how many of those can sign in and how many have attended what
 * they work on now. `q` narrows by words.
 */
export async function listFirms(db: Database, { q, now }: { q: string | null; now: number }): Promise<ListedFirm[]> {
  const handle = db.read;
  const counts = await handle
    .select({ firmId: people.firmId, people: count(people.id), joined: count(accounts.personId) })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(and(isNotNull(people.firmId), isHere(now)))
    .groupBy(people.firmId);
  const byFirm = new Map(counts.map((row) => [row.firmId, row]));
  const attended = await countAttended(db, now);
  const words = q ? foldName(q).split(/\s+/) : [];
  const matches = ({ name, externalId, domains }: KnownFirm) => {
    const text = foldName([name, externalId, ...domains].join(" "));
    return words.every((word) => text.includes(word));
  };
  return (await readFirms(handle))
    .filter(matches)
    .map((firm) => ({
      ...firm,
      people: Number(byFirm.get(firm.id)?.people ?? 0),
      joined: Number(byFirm.get(firm.id)?.joined ?? 0),
      attended: attended.get(firm.id) ?? 0,
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}

/** People of each firm who are here and have attended the edition that partners of their country work on. */
async function countAttended(db: Database, now: number): Promise<ReadonlyMap<string, number>> {
  const { firmId, country } = people;
  const { editionId } = attendances;
  const rows = await db.read
    .select({ firmId, country, editionId, people: count(people.id) })
    .from(attendances)
    .innerJoin(people, eq(people.id, attendances.personId))
    .where(and(isNotNull(people.firmId), isHere(now)))
    .groupBy(firmId, country, editionId);
  const editions = await listPartnerEditions({ db, countries: rows.map((row) => row.country), now });
  const counted = new Map<string, number>();
  for (const row of rows) {
    if (row.firmId === null || editions.get(row.country)?.editionId !== row.editionId) continue;
    counted.set(row.firmId, (counted.get(row.firmId) ?? 0) + Number(row.people));
  }
  return counted;
}
