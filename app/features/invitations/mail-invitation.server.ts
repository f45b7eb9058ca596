import { eq } from "drizzle-orm";
import { type Handle, invitations } from "#app/platform/db.server.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { invitationLimits } from "./invitation-limits.ts";
import { knownAlreadyMail, linkMail } from "./invitation-mail.ts";
import { newInvitationToken } from "./invitation-token.server.ts";
import type { WayIn } from "./way-in.ts";

type Invitation = typeof invitations.$inferSelect;
type Given = { invitation: Invitation; firm: string; inviter: string | null; way: WayIn; now: number };

/**
 * Queues the mail of an invitation with a new link, by which every earlier one stops to open. Where somebody else has the
 * address, the mail says that they are known and the new link is known to nobody: for whoever invites, all looks the same.
 */
export async function mailInvitation(tx: Handle, { invitation, firm, inviter, way, now }: Given): Promise<void> {
  const { id, source, givenName, familyName, language, address } = invitation;
  const { token, tokenHash } = newInvitationToken();
  const expiresAt = now + (source === "invited" ? invitationLimits.invitedMs : invitationLimits.registeredMs);
  const personId = way.way === "named" ? way.personId : null;
  const mails = invitation.mails + 1;
  await tx
    .update(invitations)
    .set({ tokenHash, expiresAt, personId, mails, mailedAt: now })
    .where(eq(invitations.id, id));
  const letsIn = way.way === "new" || way.way === "named";
  const mail = { firm, language, givenName, inviter };
  const reason = source === "invited" ? "invitation" : "confirm_address";
  await queueMessage(
    tx,
    {
      ...{
        personId,
        toName: source === "invited" ? `${givenName} ${familyName}`.trim() : "",
        toAddress: address,
        reason,
      },
      step: letsIn ? "link" : "known-already",
      onceKey: `${reason}/${id}/${mails}`,
      ...{ optional: false, language, causedBy: invitation.invitedBy ?? "registration", dueAt: now },
      content: letsIn ? linkMail({ ...mail, token, expiresAt }) : knownAlreadyMail(mail),
    },
    now,
  );
}
