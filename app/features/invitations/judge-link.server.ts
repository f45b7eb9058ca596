import { eq } from "drizzle-orm";
import { type Handle, invitations, people } from "#app/platform/db.server.ts";
import { findFirmByDomain } from "../firms/find-firm-by-domain.server.ts";
import { isFirmOpen } from "../firms/firm-is-open.ts";
import { getFirm } from "../firms/get-firm.server.ts";
import { addressDomain } from "../firms/mail-address.ts";
import { listResidents } from "./list-residents.server.ts";
import { wayIn } from "./way-in.ts";

type Invitation = typeof invitations.$inferSelect;
type Named = { givenName: string; familyName: string };

export type Link =
  | {
      state: "open";
      invitation: Invitation;
      firm: string;
      /** Whom the feed named, and who only chooses a password; null for somebody new. */
      named: { id: string; name: Named } | null;
    }
  | { state: "used"; invitation: Invitation }
  | { state: "unknown" | "expired" | "revoked" | "closed" | "known" | "left" | "moved" };

/**
 * What a link does at an instant: who may come in where, or why nobody. Asked when the page is opened and again in the
 * transaction that uses it: a firm may close, a person leave or an address be taken in between.
 */
export async function judgeLink(handle: Handle, asked: { tokenHash: string; now: number }): Promise<Link> {
  const found = await judgeNow(handle, asked);
  // Outside of a transaction its statements are of several instants: the account of whoever used the link meanwhile is
  // seen before its use is. Both come at once, so who looks again sees both.
  return found.state === "known" ? judgeNow(handle, asked) : found;
}

async function judgeNow(handle: Handle, { tokenHash, now }: { tokenHash: string; now: number }): Promise<Link> {
  const [invitation] = await handle.select().from(invitations).where(eq(invitations.tokenHash, tokenHash));
  if (!invitation) return { state: "unknown" };
  if (invitation.usedAt !== null) return { state: "used", invitation };
  if (invitation.revokedAt !== null) return { state: "revoked" };
  if (invitation.expiresAt <= now) return { state: "expired" };
  const firm = await getFirm(handle, invitation.firmId);
  if (!isFirmOpen(firm, now)) return { state: "closed" };
  if (invitation.source === "registered" && !(await domainIsOf(handle, { invitation, now }))) return { state: "moved" };
  return judgePerson(handle, { invitation, firm: firm.name, now });
}

async function domainIsOf(handle: Handle, { invitation, now }: { invitation: Invitation; now: number }) {
  const domain = addressDomain(invitation.address) ?? "";
  return (await findFirmByDomain(handle, { domain, now }))?.id === invitation.firmId;
}

async function judgePerson(
  handle: Handle,
  { invitation, firm, now }: { invitation: Invitation; firm: string; now: number },
): Promise<Link> {
  const { personId, addressKey, firmId } = invitation;
  const way = wayIn(await listResidents(handle, { addressKey, now }), firmId);
  if (personId === null && way.way === "new") return { state: "open", invitation, firm, named: null };
  const id = personId ?? (way.way === "named" ? way.personId : null);
  if (id === null) return { state: "known" };
  const [person] = await handle.select().from(people).where(eq(people.id, id));
  if (!person || (person.leftAt !== null && person.leftAt <= now)) return { state: "left" };
  if (person.firmId !== firmId) return { state: "moved" };
  if (way.way !== "named" || way.personId !== id) return { state: "known" };
  const { givenName, familyName, preferredName } = person;
  return {
    state: "open",
    invitation,
    firm,
    named: { id, name: { givenName: preferredName || givenName, familyName } },
  };
}
