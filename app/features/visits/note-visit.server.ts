import { eq } from "drizzle-orm";
import { type Database, type Handle, visits } from "#app/platform/db.server.ts";
import { type Visit, visitNow } from "./visit-now.ts";

/** Notes that the person is here, once a visit, and says when the visit before began; null on the first. */
export async function noteVisit(
  db: Database,
  { personId, now }: { personId: string; now: number },
): Promise<number | null> {
  const known = await findVisit(db.read, personId);
  const visit = visitNow(known, now);
  if (visit === known) return visit.previousAt;
  return db.write(
    async (tx) => {
      const { currentAt, previousAt } = visitNow(await findVisit(tx, personId), now);
      await tx
        .insert(visits)
        .values({ personId, currentAt, previousAt })
        .onConflictDoUpdate({ target: visits.personId, set: { currentAt, previousAt } });
      return previousAt;
    },
    { person: personId },
  );
}

async function findVisit(handle: Handle, personId: string): Promise<Visit | null> {
  const [visit] = await handle
    .select({ currentAt: visits.currentAt, previousAt: visits.previousAt })
    .from(visits)
    .where(eq(visits.personId, personId));
  return visit ?? null;
}
