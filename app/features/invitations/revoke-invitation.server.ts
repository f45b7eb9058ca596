import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, invitations } from "#app/platform/db.server.ts";
import { getOpenInvitation } from "./get-open-invitation.server.ts";

type Input = { db: Database; clock: Clock; firmId: string; invitationId: string; by: string };

/** Ends an invitation: its link opens no more. Throws `not-found` for what is no open invitation of the firm. */
export async function revokeInvitation({ db, clock, firmId, invitationId, by }: Input): Promise<void> {
  await db.write(async (tx) => {
    await getOpenInvitation(tx, { invitationId, firmId });
    await tx.update(invitations).set({ revokedAt: clock.now(), revokedBy: by }).where(eq(invitations.id, invitationId));
  });
}
