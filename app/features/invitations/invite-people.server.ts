import { and, eq, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { type Database, type Handle, invitations } from "#app/platform/db.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { addToCounter } from "../accounts/throttle-counter.server.ts";
import { isFirmOpen } from "../firms/firm-is-open.ts";
import { getFirm } from "../firms/get-firm.server.ts";
import type { KnownFirm } from "../firms/known-firm.ts";
import { foldEmail } from "../people/fold-email.ts";
import { invitationLimits } from "./invitation-limits.ts";
import { listResidents } from "./list-residents.server.ts";
import { mailInvitation } from "./mail-invitation.server.ts";
import type { Invitee } from "./parse-invitees.ts";
import { wayIn } from "./way-in.ts";

/** Who invites: their name stands in the mail. */
export type Inviter = { personId: string; name: string };

export type InviteResult = { address: string; result: "invited" | "joined" | "invited-before" };

type Input = {
  db: Database;
  clock: Clock;
  /** The firm that the inviter may invite to. */
  firmId: string;
  by: Inviter;
  invitees: readonly Invitee[];
  /** Of the mail, where the feed does not name a person with another. */
  language: string;
};

/**
 * Invites people to a firm. The results tell of the own firm alone: an address that belongs to somebody elsewhere is
 * answered as if it were new. Throws `conflict` for a closed firm and `too-many-requests` with the minutes to wait.
 */
export async function invitePeople({ db, clock, firmId, by, invitees, language }: Input): Promise<InviteResult[]> {
  return db.write(async (tx) => {
    const now = clock.now();
    const firm = await getFirm(tx, firmId);
    if (!isFirmOpen(firm, now)) throw new AppError("conflict", "The firm is closed: nobody new gets in.");
    await spendInvitations(tx, { by, points: invitees.length, now });
    const results: InviteResult[] = [];
    for (const invitee of invitees) {
      const result = await inviteOne(tx, { firm, by, invitee, language, now });
      results.push({ address: invitee.address, result });
    }
    return results;
  });
}

type One = { firm: KnownFirm; by: Inviter; invitee: Invitee; language: string; now: number };

async function inviteOne(tx: Handle, { firm, by, invitee, language, now }: One): Promise<InviteResult["result"]> {
  const addressKey = foldEmail(invitee.address);
  const way = wayIn(await listResidents(tx, { addressKey, now }), firm.id);
  if (way.way === "joined") return "joined";
  const open = and(eq(invitations.source, "invited"), isNull(invitations.usedAt), isNull(invitations.revokedAt));
  const [before] = await tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.firmId, firm.id), eq(invitations.addressKey, addressKey), open));
  if (before && before.expiresAt > now) return "invited-before";
  const invitation =
    before ??
    (await addInvitation(tx, {
      firm,
      by,
      invitee,
      now,
      addressKey,
      language: way.way === "named" ? way.language : language,
    }));
  if (!invitation) return "invited-before";
  await mailInvitation(tx, { invitation, firm: firm.name, inviter: by.name, way, now });
  return "invited";
}

async function addInvitation(
  tx: Handle,
  { firm, by, invitee, language, now, addressKey }: One & { addressKey: string },
) {
  const id = newId();
  const row = {
    ...{ id, firmId: firm.id, source: "invited" as const, ...invitee, addressKey, language },
    ...{ personId: null, invitedBy: by.personId, mails: 0, createdAt: now, mailedAt: now, expiresAt: now },
    ...{ usedAt: null, revokedAt: null, revokedBy: null },
    // Replaced by the hash of a link before anybody could see it.
    tokenHash: `none ${id}`,
  };
  // A colleague may invite the same address at the same moment.
  const [added] = await tx.insert(invitations).values(row).onConflictDoNothing().returning();
  return added ?? null;
}

async function spendInvitations(tx: Handle, { by, points, now }: { by: Inviter; points: number; now: number }) {
  const { most, durationMs } = invitationLimits.byPerson;
  const counted = await addToCounter(tx, { key: `invites ${by.personId}`, points, durationMs, now });
  if (counted.points <= most) return;
  const minutes = Math.max(1, Math.ceil((counted.expiresAt - now) / 60_000));
  throw new AppError("too-many-requests", "Too many people were invited within a day.", { extra: { minutes } });
}
