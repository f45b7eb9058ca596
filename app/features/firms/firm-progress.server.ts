import { and, asc, eq, gt, inArray, isNull, or } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import { accounts, type Database, evidence, people, roleGrants } from "#app/platform/db.server.ts";
import { findEditionForPerson } from "../certification/edition-for-person.server.ts";
import { listOpenInvitations, type OpenInvitation } from "../invitations/list-open-invitations.server.ts";
import { fullName } from "../people/full-name.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import { replayMedia } from "../replays/replay-media.ts";
import type { FirmMember, MemberState } from "./firm-member.ts";

/** The evidence that the progress of a firm is told from. */
const countedKinds = ["replay_watched"] as const;

type Given = { db: Database; clock: Clock; firmId: string };

/** Everybody of a firm who is here and whoever is invited to it, by name, with how far each has come. */
export async function firmProgress({ db, clock, firmId }: Given): Promise<FirmMember[]> {
  const now = clock.now();
  const rows = await listPeopleOf(db, { firmId, now });
  const invitations = await listOpenInvitations(db.read, firmId);
  const coordinators = await listCoordinatorsOf(db, firmId);
  const watchedBy = await readWatched(db, firmId);
  const replaysIn = new Map<string, string[]>();
  for (const country of new Set(rows.map((row) => row.country))) {
    replaysIn.set(country, await replaysFor(db, { country, now }));
  }

  const members = rows.map(({ person, hasAccount, country }): FirmMember => {
    const invitation = hasAccount ? undefined : invitations.find((one) => isFor(one, person));
    const replays = replaysIn.get(country) ?? [];
    const watched = watchedBy.get(person.id) ?? new Set();
    return {
      personId: person.id,
      ...{ invitation: invitation ? linkOf(invitation) : null, name: fullName(person), address: person.email },
      ...{ externalId: person.externalId, country, jobTitle: person.jobTitle },
      state: hasAccount ? "joined" : invitation ? stateOf(invitation, now) : "not_invited",
      coordinates: coordinators.has(person.id),
      watched: replays.filter((replay) => watched.has(replay)).length,
      replays: replays.length,
    };
  });
  const strangers = invitations
    .filter((invitation) => !rows.some(({ person }) => isFor(invitation, person)))
    .map((invitation): FirmMember => {
      const { name, address } = invitation;
      return { ...nobodyYet, name, address, invitation: linkOf(invitation), state: stateOf(invitation, now) };
    });
  return [...members, ...strangers].sort((a, b) => nameOf(a).localeCompare(nameOf(b)));
}

const nobodyYet = {
  ...{ personId: null, externalId: null, country: null, jobTitle: "", coordinates: false, watched: 0, replays: 0 },
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
    .where(and(eq(people.firmId, firmId), or(isNull(people.leftAt), gt(people.leftAt, now))))
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

/** The recordings that each person of a firm has watched, by the person's id. */
async function readWatched(db: Database, firmId: string): Promise<Map<string, Set<string>>> {
  const records = await db.read
    .select({ personId: evidence.personId, body: evidence.body })
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .where(and(eq(people.firmId, firmId), inArray(evidence.kind, [...countedKinds])));
  const watched = new Map<string, Set<string>>();
  for (const { personId, body } of records) {
    if (body.kind !== "replay_watched") continue;
    watched.set(personId, (watched.get(personId) ?? new Set()).add(recording(body)));
  }
  return watched;
}

/** The recordings that a partner in a country is shown; none while nothing is published. */
async function replaysFor(db: Database, { country, now }: { country: string; now: number }): Promise<string[]> {
  const edition = await findEditionForPerson(db.read, { person: { kind: "partner", country }, now });
  if (!edition) return [];
  const replays = await listReplays(db, edition.release.id);
  return replays.map((replay) => recording({ replayId: replay.id, media: replayMedia(replay) }));
}

function recording({ replayId, media }: { replayId: string; media: string }): string {
  return `${replayId} ${media}`;
}
