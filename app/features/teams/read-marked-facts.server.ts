import { eq, inArray } from "drizzle-orm";
import { type Database, people, personChanges, standingFacts } from "#app/platform/db.server.ts";
import { readStandingFacts } from "./read-standing-facts.server.ts";

export type MarkedFacts = {
  personId: string;
  /** The person's last change before the facts were gathered. */
  mark: number;
  facts: string;
  /** As in the table when the mark was read. */
  stored: { mark: number; facts: string } | null;
};

/** The facts of some people gathered anew, beside those that are stored. */
export async function readMarkedFacts(db: Database, personIds: readonly string[]): Promise<MarkedFacts[]> {
  const rows = await db.read
    .select({
      personId: people.id,
      mark: personChanges.mark,
      stored: { mark: standingFacts.mark, facts: standingFacts.facts },
    })
    .from(people)
    .leftJoin(personChanges, eq(personChanges.personId, people.id))
    .leftJoin(standingFacts, eq(standingFacts.personId, people.id))
    .where(inArray(people.id, [...personIds]));
  const gathered = await readStandingFacts(db, personIds);
  return rows.flatMap(({ personId, mark, stored }) => {
    const facts = gathered.get(personId);
    return facts === undefined ? [] : [{ personId, mark: mark ?? 0, facts, stored }];
  });
}
