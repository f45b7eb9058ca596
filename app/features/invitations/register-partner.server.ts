import { eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, invitations } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { callerOf } from "#app/platform/http/rate-window.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { addToCounter, clearPassedCounters } from "../accounts/throttle-counter.server.ts";
import { findFirmByDomain } from "../firms/find-firm-by-domain.server.ts";
import { addressDomain } from "../firms/mail-address.ts";
import { queueMessage } from "../messages/queue-message.server.ts";
import { foldEmail } from "../people/fold-email.ts";
import { invitationLimits } from "./invitation-limits.ts";
import { knownAlreadyMail } from "./invitation-mail.ts";
import { listResidents } from "./list-residents.server.ts";
import { mailInvitation } from "./mail-invitation.server.ts";
import { type WayIn, wayIn } from "./way-in.ts";

type Input = {
  db: Database;
  clock: Clock;
  /** As `normaliseAddress` gives it, without a tag. */
  address: string;
  givenName: string;
  familyName: string;
  language: string;
  /** The network address the request came from. */
  from: string;
};

/**
 * Sends a link to an address whose domain belongs to an open firm, and word that they are known to somebody who is. Says
 * nothing to the caller, who could be anybody: all the same happens for every address but for what is mailed to it.
 * Throws `too-many-requests` with the minutes to wait, counted alike for every address.
 */
export async function registerPartner(input: Input): Promise<void> {
  const { db, clock, address } = input;
  const addressKey = foldEmail(address);
  const waitMs = await db.write(async (tx) => {
    const now = clock.now();
    const wait = await spendRegistration(tx, { addressKey, from: input.from, now });
    if (wait > 0) return wait;
    const residents = await listResidents(tx, { addressKey, now });
    const firm = await findFirmByDomain(tx, { domain: addressDomain(address) ?? "", now });
    const way: WayIn = firm ? wayIn(residents, firm.id) : { way: residents.length > 0 ? "elsewhere" : "new" };
    if (way.way === "joined" || way.way === "elsewhere") await tellKnown(tx, { ...input, now });
    else if (firm) await sendLink(tx, { ...input, addressKey, firm, way, now });
    return 0;
  });
  if (waitMs === 0) return;
  const minutes = Math.max(1, Math.ceil(waitMs / 60_000));
  throw new AppError("too-many-requests", "There were too many requests to register.", { extra: { minutes } });
}

/** In milliseconds; 0 when nobody has to wait. */
async function spendRegistration(
  tx: Handle,
  { addressKey, from, now }: { addressKey: string; from: string; now: number },
): Promise<number> {
  await clearPassedCounters(tx, now);
  const { perAddress, perNetwork } = invitationLimits;
  const network = await addToCounter(tx, { key: `register ${callerOf(from)}`, points: 1, now, ...perNetwork });
  if (network.points > perNetwork.most) return network.expiresAt - now;
  const address = await addToCounter(tx, { key: `register to ${addressKey}`, points: 1, now, ...perAddress });
  return address.points > perAddress.most ? address.expiresAt - now : 0;
}

type Sending = Input & { addressKey: string; firm: { id: string; name: string }; way: WayIn; now: number };

async function sendLink(tx: Handle, given: Sending): Promise<void> {
  const { address, addressKey, givenName, familyName, language, firm, way, now } = given;
  const id = newId();
  await tx.insert(invitations).values({
    ...{ id, firmId: firm.id, source: "registered", address, addressKey, givenName, familyName, language },
    ...{ personId: null, invitedBy: null, mails: 0, createdAt: now, mailedAt: now, expiresAt: now },
    ...{ usedAt: null, revokedAt: null, revokedBy: null, tokenHash: `none ${id}` },
  });
  const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, id));
  if (invitation) await mailInvitation(tx, { invitation, firm: firm.name, inviter: null, way, now });
}

async function tellKnown(tx: Handle, { address, language, now }: Input & { now: number }) {
  const message = {
    ...{ personId: null, toName: "", toAddress: address, language },
    ...{ reason: "confirm_address", step: "known-already", onceKey: `confirm_address/known/${newId()}` },
    ...{ optional: false, causedBy: "registration", dueAt: now },
    content: knownAlreadyMail({ firm: "", language, givenName: "", inviter: null }),
  };
  await queueMessage(tx, message, now);
}
