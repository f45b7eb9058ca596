import { and, count, eq, gt, isNotNull, isNull, or } from "drizzle-orm";
import { accounts, type Handle, people } from "#app/platform/db.server.ts";
import { foldName } from "../teams/fold-name.ts";
import type { KnownFirm } from "./known-firm.ts";
import { readFirms } from "./read-firms.server.ts";

export type ListedFirm = KnownFirm & { people: number; joined: number };

/** Firms by name, with how many people of each are here and how many of those can sign in. `q` narrows by words. */
export async function listFirms(handle: Handle, { q, now }: { q: string | null; now: number }): Promise<ListedFirm[]> {
  const here = or(isNull(people.leftAt), gt(people.leftAt, now));
  const counts = await handle
    .select({ firmId: people.firmId, people: count(people.id), joined: count(accounts.personId) })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(and(isNotNull(people.firmId), here))
    .groupBy(people.firmId);
  const byFirm = new Map(counts.map((row) => [row.firmId, row]));
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
    }))
    .sort((a, b) => a.name.localeCompare(b.name, "en"));
}
