import type { Clock } from "#app/platform/clock.ts";
import type { Database } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { isFirmOpen } from "../firms/firm-is-open.ts";
import { getFirm } from "../firms/get-firm.server.ts";
import { getOpenInvitation } from "./get-open-invitation.server.ts";
import { invitationLimits } from "./invitation-limits.ts";
import type { Inviter } from "./invite-people.server.ts";
import { listResidents } from "./list-residents.server.ts";
import { mailInvitation } from "./mail-invitation.server.ts";
import { wayIn } from "./way-in.ts";

type Input = { db: Database; clock: Clock; firmId: string; invitationId: string; by: Inviter };

/**
 * Mails an invitation again with a new link; the old one opens no more. Too soon after the last mail, or after too many,
 * nothing is sent. Throws `not-found` for what is no open invitation of the firm, `conflict` for a closed firm.
 */
export async function resendInvitation(input: Input): Promise<"sent" | "too-soon" | "too-often" | "joined"> {
  const { db, clock, firmId, invitationId, by } = input;
  return db.write(async (tx) => {
    const now = clock.now();
    const invitation = await getOpenInvitation(tx, { invitationId, firmId });
    const firm = await getFirm(tx, firmId);
    if (!isFirmOpen(firm, now)) throw new AppError("conflict", "The firm is closed: nobody new gets in.");
    if (now - invitation.mailedAt < invitationLimits.betweenMailsMs) return "too-soon";
    if (invitation.mails >= invitationLimits.mostMails) return "too-often";
    const way = wayIn(await listResidents(tx, { addressKey: invitation.addressKey, now }), firmId);
    if (way.way === "joined") return "joined";
    await mailInvitation(tx, { invitation, firm: firm.name, inviter: by.name, way, now });
    return "sent";
  });
}
