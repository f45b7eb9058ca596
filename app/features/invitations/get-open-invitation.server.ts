import { and, eq, isNull } from "drizzle-orm";
import { type Handle, invitations } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";

type Scope = { invitationId: string; firmId: string };

/**
 * An invitation of a firm that was neither used nor revoked; it may have expired. Throws `not-found` for another firm's
 * and for one that has ended.
 */
export async function getOpenInvitation(
  tx: Handle,
  { invitationId, firmId }: Scope,
): Promise<typeof invitations.$inferSelect> {
  const [invitation] = await tx
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.id, invitationId),
        eq(invitations.firmId, firmId),
        eq(invitations.source, "invited"),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
      ),
    );
  if (!invitation) throw new AppError("not-found", "There is no such open invitation.");
  return invitation;
}
