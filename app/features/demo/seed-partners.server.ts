import { randomUUID } from "node:crypto";
import { and, asc, eq, isNull, like } from "drizzle-orm";
import { accounts, type Database, evidence, invitations, people, watchings } from "#app/platform/db.server.ts";
import { hashPassword } from "../accounts/password.server.ts";
import { seededRandom } from "../assessments/seeded-random.ts";
import { invitationLimits } from "../invitations/invitation-limits.ts";
import { hashInvitationToken } from "../invitations/invitation-token.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import type { Replay } from "../programs/release-content.ts";
import { drawBetween } from "./demo-draw.ts";
import { demoId } from "./demo-id.ts";
import { dayMs } from "./demo-timeline.ts";
import { planWatching, type WatchedDemo } from "./plan-watching.ts";
import { sealRecords } from "./seal-records.server.ts";

/** Some never saw the mail, some have yet to open it, most are in. */
const shares = { joined: 0.68, invited: 0.84 };
const rowsAtOnce = 200;

type Partner = typeof people.$inferSelect;
type Given = { openedAt: number; until: number; releaseId: string };

/** Lets the crowd of the demo's partners be invited, come in and watch, all of them in one transaction or none. */
export async function seedPartners(db: Database, { openedAt, until, releaseId }: Given): Promise<void> {
  const crowd = await listCrowd(db);
  if (crowd.length === 0) return;
  const replays = await listReplays(db, releaseId);
  const [inviter] = await db.read.select().from(people).where(eq(people.externalId, "DEMO-PARTNER-3"));
  // Nobody knows it: of the partners only those sign in whom the demo names.
  const passwordHash = await hashPassword(randomUUID());
  const told = crowd.map((person) => tell(person, { openedAt, until, replays, invitedBy: inviter?.id ?? null }));
  const records = told.flatMap(({ watched }) =>
    watched ? sealRecords({ registration: { id: "", personId: watched.personId }, ...watched }, { releaseId }) : [],
  );
  const joined = told.flatMap(({ person, joinedAt }) =>
    joinedAt === null ? [] : [{ personId: person.id, passwordHash, mustChange: false, changedAt: joinedAt }],
  );
  await db.write(async (tx) => {
    await store(joined, (rows) => tx.insert(accounts).values(rows));
    await store(
      told.flatMap(({ invitation }) => invitation ?? []),
      (rows) => tx.insert(invitations).values(rows),
    );
    await store(
      told.flatMap(({ watched }) => watched?.watchings ?? []),
      (rows) => tx.insert(watchings).values(rows),
    );
    await store(records, (rows) => tx.insert(evidence).values(rows));
  });
}

/** The partners who are not there by name, unless they were told of before. */
async function listCrowd(db: Database): Promise<Partner[]> {
  const [before] = await db.read.select({ id: invitations.id }).from(invitations).limit(1);
  if (before) return [];
  return db.read
    .select()
    .from(people)
    .where(and(like(people.externalId, "DEMO-P-%"), isNull(people.leftAt)))
    .orderBy(asc(people.externalId));
}

type Story = { openedAt: number; until: number; replays: readonly Replay[]; invitedBy: string | null };

function tell(person: Partner, { openedAt, until, replays, invitedBy }: Story) {
  const random = seededRandom(`demo partner ${person.externalId}`);
  const chance = random();
  const invitedAt = Math.round(drawBetween(openedAt + 5 * dayMs, until - 4 * dayMs, random));
  const joinedAt = chance < shares.joined ? Math.round(invitedAt + drawBetween(0.1, 3, random) * dayMs) : null;
  const watched: WatchedDemo | null =
    joinedAt === null ? null : planWatching(person, { replays, startAt: joinedAt + dayMs, until, random });
  const invitation =
    chance < shares.invited && person.email !== null && person.emailKey !== null && person.firmId !== null
      ? {
          ...{ id: demoId(invitedAt, random), firmId: person.firmId, source: "invited" as const },
          ...{ address: person.email, addressKey: person.emailKey, language: person.language },
          ...{ givenName: person.givenName, familyName: person.familyName, personId: person.id, invitedBy, mails: 1 },
          // Of a link that was never mailed.
          tokenHash: hashInvitationToken(`demo ${person.externalId} ${random()}`),
          ...{ createdAt: invitedAt, mailedAt: invitedAt, expiresAt: invitedAt + invitationLimits.invitedMs },
          ...{ usedAt: joinedAt, revokedAt: null, revokedBy: null },
        }
      : null;
  return { person, joinedAt, watched, invitation };
}

async function store<Row>(rows: Row[], insert: (rows: Row[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce) await insert(rows.slice(from, from + rowsAtOnce));
}
