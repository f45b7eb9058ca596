import { desc } from "drizzle-orm";
import { acceptInvitation } from "#app/features/invitations/accept-invitation.server.ts";
import type { AppContext } from "#app/platform/app-context.ts";
import { type Database, firmDomains, firms, messages, roleGrants } from "#app/platform/db.server.ts";
import { readEnv } from "#app/platform/env.server.ts";
import { createLogger } from "#app/platform/logger.server.ts";
import { newId } from "#app/platform/new-id.server.ts";
import { makePerson } from "./make-people.ts";

let made = 0;

type Given = Partial<typeof firms.$inferInsert> & { domains?: string[] };

/** An open firm with a domain of its own; name only what the test is about. */
export async function makeFirm(db: Database, { domains, ...given }: Given = {}) {
  made += 1;
  const firm = {
    ...{ id: newId(), externalId: `F-${made}`, name: `Firm ${made}`, country: "DK", tier: "gold" as const },
    ...{ createdAt: 0, updatedAt: 0, closedAt: null as number | null },
    ...given,
  };
  const own = domains ?? [`firm${made}.example`];
  await db.write(async (tx) => {
    await tx.insert(firms).values(firm);
    for (const domain of own) await tx.insert(firmDomains).values({ domain, firmId: firm.id });
  });
  return { ...firm, domain: own[0] ?? "" };
}

/** A partner as the feed tells of one. */
export function makePartner(db: Database, { firmId, ...given }: Parameters<typeof makePerson>[1] & { firmId: string }) {
  made += 1;
  const address = given.email ?? `partner${made}@nowhere.example`;
  const ids = { kind: "partner" as const, employeeId: null, externalId: `PX-${made}`, hiredOn: null };
  return makePerson(db, { ...ids, firmId, email: address, emailKey: address.toLowerCase(), ...given });
}

/** A partner who coordinates the firm. */
export async function makeCoordinator(db: Database, firmId: string) {
  const person = await makePartner(db, { firmId });
  const grant = {
    id: newId(),
    personId: person.id,
    role: "firm_coordinator" as const,
    grantedAt: 0,
    grantedBy: "test",
  };
  await db.write(async (tx) => void (await tx.insert(roleGrants).values({ ...grant, revokedAt: null })));
  return person;
}

export function contextOf(db: Database, clock: AppContext["clock"]): AppContext {
  return { db, clock, env: readEnv({}), log: createLogger("silent") };
}

/** The mails in the outbox, the newest first, each with the token of its link if it has one. */
export async function listMails(db: Database) {
  const rows = await db.read.select().from(messages).orderBy(desc(messages.createdAt), desc(messages.id));
  return rows.map((message) => {
    const action = message.content.blocks.find((block) => block.kind === "action");
    const token = action?.path.startsWith("/join/") ? action.path.slice("/join/".length) : null;
    return { ...message, token, secret: action?.secret ?? false };
  });
}

/** The token of the newest mail. */
export async function latestToken(db: Database): Promise<string> {
  const [mail] = await listMails(db);
  if (!mail?.token) throw new Error("The newest mail has no link.");
  return mail.token;
}

const about = {
  givenName: "Nia",
  familyName: "Newcomer",
  country: "DK",
  timeZone: "Europe/Copenhagen",
  language: "en",
};

/** Comes in by a link as somebody new would. */
export function comeIn(app: AppContext, token: string, given: Partial<typeof about> = {}) {
  const password = "correct horse battery";
  return acceptInvitation(app, { token, password, about: { ...about, ...given }, presentedSession: null });
}
