import { type Database, teamDelegations } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";

type NewDelegation = typeof teamDelegations.$inferInsert;

/** Somebody who stands in for a manager, for a day before now and one after unless told otherwise. */
export async function makeDelegation(
  db: Database,
  given: Pick<NewDelegation, "managerId" | "delegateId"> & Partial<NewDelegation>,
): Promise<void> {
  const now = Date.now();
  const period = { validFrom: now - 86_400_000, validUntil: now + 86_400_000 };
  const row = { id: newId(), ...period, reason: "Stands in.", createdAt: 0, createdBy: given.managerId, ...given };
  await db.write(
    async (tx) => void (await tx.insert(teamDelegations).values({ endedAt: null, endedBy: null, ...row })),
  );
}
