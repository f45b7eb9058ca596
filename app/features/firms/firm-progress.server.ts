import { and, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { accounts, type Database, evidence, invitations, people, roleGrants } from "#app/platform/db.server.ts";
import { listOpenInvitations, type OpenInvitation } from "../invitations/list-open-invitations.server.ts";
import { fullName } from "../people/full-name.ts";
import { isHere } from "../people/is-here.server.ts";
import type { FirmMember, MemberState } from "./firm-member.ts";
import { listPartnerEditions } from "./list-partner-editions.server.ts";
import { countedKinds, memberProgress, noProgress, type ProgressRecord } from "./member-progress.ts";

type Given = { db: Database; clock: Clock; firmId: string };

/** Everybody of a firm who is here and whoever is invited to it, by name, with how far each has come. */
export async function firmProgress({ db, clock, firmId }: Given): Promise<FirmMember[]> {
  const now = clock.now();
  const rows = await listPeopleOf(db, { firmId, now });
  const open = await listOpenInvitations(db.read, firmId);
  const used = await readUsedInvitations(db, firmId);
  const coordinators = await listCoordinatorsOf(db, firmId);
  const recordsOf = await readRecords(db, firmId);
  const editions = await listPartnerEditions({ db, countries: rows.map(({ country }) => country), now });

  const members = rows.map(({ person, hasAccount, country }): FirmMember => {
    const invitation = hasAccount ? undefined : open.find((one) => isFor(one, person));
    const cameBy = hasAccount ? used.get(person.id) : undefined;
    const records = recordsOf.get(person.id) ?? [];
    return {
      personId: person.id,
      ...{ invitation: invitation ? linkOf(invitation) : null, name: fullName(person), address: person.email },
      invitedAt: invitation?.mailedAt ?? cameBy?.mailedAt ?? null,
      joinedAt: cameBy?.usedAt ?? null,
      ...{ externalId: person.externalId, country, jobTitle: person.jobTitle },
      state: hasAccount ? "joined" : invitation ? stateOf(invitation, now) : "not_invited",
      coordinates: coordinators.has(person.id),
      ...memberProgress({ records, edition: editions.get(country) ?? null, joined: hasAccount }),
    };
  });
  const strangers = open
    .filter((invitation) => !rows.some(({ person }) => isFor(invitation, person)))
    .map((invitation): FirmMember => {
      const { name, address, mailedAt } = invitation;
      const state = stateOf(invitation, now);
      return { ...nobodyYet, name, address, invitation: linkOf(invitation), invitedAt: mailedAt, state };
    });
  return [...members, ...strangers].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

const nobodyYet = {
  ...{ personId: null, externalId: null, country: null, jobTitle: "", coordinates: false, joinedAt: null },
  ...noProgress,
};

function nameOf({ name, address }: FirmMember): string {
  return name || (address ?? "");
}

function linkOf({ id, mailedAt, expiresAt }: OpenInvitation) {
  return { id, mailedAt, expiresAt };
}

function isFor(invitation: OpenInvitation, person: { id: string; emailKey: string | null }): boolean {
  return invitation.personId === person.id || invitation.addressKey === person.emailKey;
}

function stateOf({ expiresAt }: OpenInvitation, now: number): MemberState {
  return expiresAt > now ? "invited" : "expired";
}

async function listPeopleOf(db: Database, { firmId, now }: { firmId: string; now: number }) {
  const rows = await db.read
    .select({ person: people, accountOf: accounts.personId })
    .from(people)
    .leftJoin(accounts, eq(accounts.personId, people.id))
    .where(and(eq(people.firmId, firmId), isHere(now)))
    .orderBy(asc(people.familyName), asc(people.givenName), asc(people.id));
  return rows.map(({ person, accountOf }) => ({ person, hasAccount: accountOf !== null, country: person.country }));
}

async function listCoordinatorsOf(db: Database, firmId: string): Promise<ReadonlySet<string>> {
  const rows = await db.read
    .select({ id: people.id })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(and(eq(people.firmId, firmId), eq(roleGrants.role, "firm_coordinator"), isNull(roleGrants.revokedAt)));
  return new Set(rows.map(({ id }) => id));
}

/** The invitation or registration by which each person of a firm came in, the last one, by the person's id. */
async function readUsedInvitations(db: Database, firmId: string) {
  const rows = await db.read
    .select({ personId: invitations.personId, mailedAt: invitations.mailedAt, usedAt: invitations.usedAt })
    .from(invitations)
    .where(and(eq(invitations.firmId, firmId), isNotNull(invitations.usedAt)))
    .orderBy(asc(invitations.usedAt));
  return new Map(rows.map((row) => [row.personId, row]));
}

/** The evidence that counts, in its order, by the person's id. */
async function readRecords(db: Database, firmId: string): Promise<Map<string, ProgressRecord[]>> {
  const rows = await db.read
    .select({ personId: evidence.personId, at: evidence.at, subject: evidence.subject, body: evidence.body })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .where(and(eq(people.firmId, firmId), inArray(evidence.kind, [...countedKinds])))
    .orderBy(asc(evidence.personId), asc(evidence.seq));
  return Map.groupBy(rows, ({ personId }) => personId);
}
