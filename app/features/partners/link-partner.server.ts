import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people } from "#app/platform/db.server.ts";
import { cleanText } from "../people/clean-text.ts";
import { checkEmployeeId } from "../people/field-rules.ts";

type Input = { db: Database; clock: Clock; firmId: string; personId: string; externalId: string };

/**
 * Gives somebody who came in without the partner feed the external id by which the feed knows them. False when it is no
 * id, when somebody has it already, or when the person is not of the firm or has one.
 */
export async function linkPartner({ db, clock, firmId, personId, externalId }: Input): Promise<boolean> {
  const id = cleanText(externalId);
  if (checkEmployeeId(id).length > 0) return false;
  return db.write(
    async (tx) => {
      const [taken] = await tx.select({ id: people.id }).from(people).where(eq(people.externalId, id));
      if (taken) return false;
      const linked = await tx
        .update(people)
        .set({ externalId: id, updatedAt: clock.now() })
        .where(and(eq(people.id, personId), eq(people.firmId, firmId), isNull(people.externalId)))
        .returning({ id: people.id });
      return linked.length > 0;
    },
    { person: personId },
  );
}
