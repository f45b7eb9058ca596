import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, people, teamDelegations } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { delegationMessage } from "./delegation-message.ts";
import { delegationState } from "./delegation-period.ts";

/**
 * Ends what a manager's delegate may see, from the next request on. Whatever has ended or is over stays as it is. Throws
 * `not-found` for a delegation of somebody else.
 */
export async function endDelegation(given: { db: Database; clock: Clock; managerId: string; id: string }) {
  const { db, clock, managerId, id } = given;
  return db.write(
    async (tx) => {
      const now = clock.now();
      const theirs = and(eq(teamDelegations.id, id), eq(teamDelegations.managerId, managerId));
      const [delegation] = await tx.select().from(teamDelegations).where(theirs);
      if (!delegation) throw new AppError("not-found", "There is no such delegation of yours.");
      const state = delegationState(delegation, now);
      if (state === "ended" || state === "over") return state;
      const ended = await tx
        .update(teamDelegations)
        .set({ endedAt: now, endedBy: managerId })
        .where(and(theirs, isNull(teamDelegations.endedAt)))
        .returning({ id: teamDelegations.id });
      const [manager] = await tx.select().from(people).where(eq(people.id, managerId));
      const [delegate] = await tx.select().from(people).where(eq(people.id, delegation.delegateId));
      if (!manager || !delegate || ended.length === 0) return "ended";
      const message = delegationMessage("ended", { delegation, manager, delegate, causedBy: managerId, now });
      if (message) await queueMessage(tx, message, now);
      return "ended";
    },
    { person: managerId },
  );
}
