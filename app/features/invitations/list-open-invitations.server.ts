import { and, asc, eq, isNull } from "drizzle-orm";
import { type Handle, invitations } from "#app/platform/db.server.ts";

export type OpenInvitation = {
  id: string;
  address: string;
  addressKey: string;
  name: string;
  mailedAt: number;
  expiresAt: number;
  personId: string | null;
};

/** The invitations of a firm that were neither used nor revoked, the oldest first; some may have expired. */
export async function listOpenInvitations(handle: Handle, firmId: string): Promise<OpenInvitation[]> {
  const rows = await handle
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.firmId, firmId),
        eq(invitations.source, "invited"),
        isNull(invitations.usedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(asc(invitations.createdAt), asc(invitations.id));
  return rows.map(({ id, address, addressKey, givenName, familyName, mailedAt, expiresAt, personId }) => ({
    ...{ id, address, addressKey, mailedAt, expiresAt, personId },
    name: `${givenName} ${familyName}`.trim(),
  }));
}
