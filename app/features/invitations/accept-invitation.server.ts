import { and, eq, isNull } from "drizzle-orm";
import type { AppContext } from "#app/platform/app-context.ts";
import { accounts, type Handle, invitations, people, personVersions } from "#app/platform/db.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { openSession } from "../accounts/open-session.server.ts";
import { hashPassword } from "../accounts/password.server.ts";
import { canonicalLanguage } from "../people/field-rules.ts";
import { foldEmail } from "../people/fold-email.ts";
import { hashInvitationToken } from "./invitation-token.server.ts";
import type { JoinInput } from "./join-input.ts";
import { judgeLink, type Link } from "./judge-link.server.ts";

type Given = {
  token: string;
  password: string;
  /** What somebody new says of themselves; of a person whom the feed named it knows better. */
  about: JoinInput | null;
  presentedSession: string | null;
};

/**
 * Uses a link: makes the person, unless the feed named them, and their account in one transaction, and signs in. A link
 * that opens no more, or does so for somebody else than it seemed, is answered with its state.
 */
export async function acceptInvitation(app: AppContext, given: Given): Promise<{ cookie: string } | { link: Link }> {
  const { db, clock } = app;
  const tokenHash = hashInvitationToken(given.token);
  // A password costs much to hash, so that nobody may ask for it with a link that opens nothing.
  const before = await judgeLink(db.read, { tokenHash, now: clock.now() });
  if (before.state !== "open") return { link: before };
  const passwordHash = await hashPassword(given.password);
  const joined = await db.write(async (tx): Promise<{ personId: string } | { link: Link }> => {
    const now = clock.now();
    const link = await judgeLink(tx, { tokenHash, now });
    if (link.state !== "open") return { link };
    const { invitation, named } = link;
    if (named === null && given.about === null) return { link };
    const personId = named?.id ?? newId();
    if (named === null && given.about) await addPartner(tx, { personId, about: given.about, invitation, now });
    // Before the account, so that a link that is used twice at once meets itself here.
    const used = await tx
      .update(invitations)
      .set({ usedAt: now, personId })
      .where(and(eq(invitations.id, invitation.id), isNull(invitations.usedAt), isNull(invitations.revokedAt)))
      .returning({ id: invitations.id });
    if (used.length === 0) throw new Error("A link was used twice.");
    await tx.insert(accounts).values({ personId, passwordHash, mustChange: false, changedAt: now });
    return { personId };
  });
  if ("link" in joined) return joined;
  return openSession(app, { personId: joined.personId, presentedSession: given.presentedSession });
}

type NewPartner = { personId: string; about: JoinInput; invitation: typeof invitations.$inferSelect; now: number };

async function addPartner(tx: Handle, { personId, about, invitation, now }: NewPartner): Promise<void> {
  const { givenName, familyName, country, timeZone, language } = about;
  const known = { kind: "partner" as const, country, managerEmployeeId: null, leftAt: null, onLeave: false, timeZone };
  await tx.insert(people).values({
    ...known,
    ...{ id: personId, employeeId: null, externalId: null, givenName, familyName, preferredName: null },
    ...{ email: invitation.address, emailKey: foldEmail(invitation.address), firmId: invitation.firmId },
    ...{ region: "", location: "", jobTitle: "", department: "", hiredOn: null, workerType: "employee" as const },
    ...{ language: canonicalLanguage(language) ?? language, createdAt: now, updatedAt: now },
  });
  const version = { id: newId(), personId, importId: null, validFrom: 0, recordedAt: now };
  await tx.insert(personVersions).values({ ...version, ...known });
}
