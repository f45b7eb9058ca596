import { asc, eq } from "drizzle-orm";
import type { Clock } from "#app/platform/clock.ts";
import {
  accommodations,
  accounts,
  certifications,
  claimRefusals,
  type Database,
  dealClaims,
  evidence,
  holds,
  imports,
  invitations,
  lessonChecks,
  lessonPlaces,
  mailOptOuts,
  messages,
  overrides,
  personVersions,
  registrations,
  roleGrants,
  sessions,
  storyPlays,
  visits,
  watchings,
  watchSessions,
  work,
} from "#app/platform/db.server.ts";
import { getLearner } from "../certification/get-learner.server.ts";
import { withoutSecrets } from "../messages/without-secrets.ts";
import { isoInstants } from "./iso-instants.ts";
import { readContentTexts } from "./read-content-texts.server.ts";
import { readDelegations } from "./read-delegations.server.ts";
import { readOwnAttempts } from "./read-own-attempts.server.ts";
import { readPartnerCourse } from "./read-partner-course.server.ts";
import { tellEvidence, tellPath } from "./tell-evidence.ts";

/** Named in each record; another number when a member is renamed or goes. */
const format = "cleared-record/1";

/** Everything that is stored about one person, oldest first, with instants as ISO 8601 text. Throws not-found. */
export async function getRecord({ db, clock, personId }: { db: Database; clock: Clock; personId: string }) {
  const { emailKey: _, ...person } = await getLearner(db.read, personId);
  const records = await db.read
    .select()
    .from(evidence)
    .where(eq(evidence.personId, personId))
    .orderBy(asc(evidence.seq));
  const plays = await db.read
    .select()
    .from(storyPlays)
    .where(eq(storyPlays.personId, personId))
    .orderBy(asc(storyPlays.startedAt));
  const watched = await readWatched(db, personId);
  const releaseIds = [...watched.watchSessions, ...records, ...plays].flatMap(({ releaseId }) => releaseId ?? []);
  const textsOf = await readContentTexts(db, releaseIds);
  const titleOf = (replayId: string) =>
    releaseIds.map((id) => textsOf(id).replay(replayId)?.title).findLast((title) => title !== undefined) ?? replayId;
  return isoInstants({
    format,
    asOf: clock.now(),
    person,
    ...(await readProfile(db, personId)),
    delegations: await readDelegations(db, personId),
    ...(await readCourse(db, personId)),
    evidence: records.map(({ personId: _, body, ...record }) => ({
      ...record,
      facts: tellEvidence(body, textsOf(record.releaseId)),
    })),
    attempts: await readOwnAttempts(db, personId),
    storyPlays: plays.map(({ personId: _, path, ...play }) => ({
      ...play,
      title: textsOf(play.releaseId).story(play.storyId)?.title ?? play.storyId,
      path: tellPath(path, textsOf(play.releaseId), play.storyId),
    })),
    watchings: watched.watchings.map((one) => ({ ...one, title: titleOf(one.replayId) })),
    watchSessions: watched.watchSessions.map((one) => ({ ...one, title: titleOf(one.replayId) })),
    ...(await readPartnerCourse(db, personId)),
    ...(await readRights(db, personId)),
  });
}

export type OwnRecord = Awaited<ReturnType<typeof getRecord>>;

async function readProfile(db: Database, personId: string) {
  const versions = await db.read
    .select({ version: personVersions, importedFrom: imports.fileName })
    .from(personVersions)
    .leftJoin(imports, eq(imports.id, personVersions.importId))
    .where(eq(personVersions.personId, personId))
    .orderBy(asc(personVersions.validFrom), asc(personVersions.recordedAt));
  const [account] = await db.read
    .select({ changedAt: accounts.changedAt, mustChange: accounts.mustChange })
    .from(accounts)
    .where(eq(accounts.personId, personId));
  const sent = await db.read
    .select()
    .from(messages)
    .where(eq(messages.personId, personId))
    .orderBy(asc(messages.createdAt));
  const [optOut] = await db.read
    .select({ optedOutAt: mailOptOuts.optedOutAt, via: mailOptOuts.via })
    .from(mailOptOuts)
    .where(eq(mailOptOuts.personId, personId));
  const started = await db.read.select().from(work).where(eq(work.personId, personId)).orderBy(asc(work.createdAt));
  const [visit] = await db.read
    .select({ currentAt: visits.currentAt, previousAt: visits.previousAt })
    .from(visits)
    .where(eq(visits.personId, personId));
  const granted = await db.read
    .select()
    .from(roleGrants)
    .where(eq(roleGrants.personId, personId))
    .orderBy(asc(roleGrants.grantedAt));
  const invited = await db.read
    .select()
    .from(invitations)
    .where(eq(invitations.personId, personId))
    .orderBy(asc(invitations.createdAt));
  return {
    invitations: invited.map(({ personId: _, tokenHash: __, addressKey: ___, ...invitation }) => invitation),
    earlierStates: versions.map(({ version, importedFrom }) => ({ ...withoutPerson(version), importedFrom })),
    account: account ?? null,
    sessions: await db.read
      .select({ createdAt: sessions.createdAt, expiresAt: sessions.expiresAt })
      .from(sessions)
      .where(eq(sessions.personId, personId))
      .orderBy(asc(sessions.createdAt)),
    visits: visit ?? null,
    messages: sent.map(({ personId: _, unsubscribeToken: __, searchText: ___, ...message }) => ({
      ...message,
      content: withoutSecrets(message.content),
    })),
    mailOptOut: optOut ?? null,
    backgroundWork: started.map(({ personId: _, result: __, claim: ___, leaseUntil: ____, ...one }) => one),
    roles: granted.map(withoutPerson),
  };
}

async function readCourse(db: Database, personId: string) {
  const registered = await db.read
    .select()
    .from(registrations)
    .where(eq(registrations.personId, personId))
    .orderBy(asc(registrations.openedAt));
  const certified = await db.read
    .select()
    .from(certifications)
    .where(eq(certifications.personId, personId))
    .orderBy(asc(certifications.validFrom));
  const checks = await db.read
    .select()
    .from(lessonChecks)
    .where(eq(lessonChecks.personId, personId))
    .orderBy(asc(lessonChecks.startedAt));
  const places = await db.read
    .select()
    .from(lessonPlaces)
    .where(eq(lessonPlaces.personId, personId))
    .orderBy(asc(lessonPlaces.seenAt));
  return {
    registrations: registered.map(withoutPerson),
    certifications: certified.map(withoutPerson),
    lessonChecks: checks.map(({ personId: _, form: __, answers: ___, ...check }) => check),
    lessonPlaces: places.map(withoutPerson),
  };
}

async function readWatched(db: Database, personId: string) {
  const watched = await db.read
    .select()
    .from(watchings)
    .where(eq(watchings.personId, personId))
    .orderBy(asc(watchings.updatedAt));
  const opened = await db.read
    .select()
    .from(watchSessions)
    .where(eq(watchSessions.personId, personId))
    .orderBy(asc(watchSessions.startedAt));
  return {
    watchings: watched.map(withoutPerson),
    watchSessions: opened.map(({ personId: _, log: __, ...session }) => session),
  };
}

async function readRights(db: Database, personId: string) {
  const held = await db.read.select().from(holds).where(eq(holds.personId, personId)).orderBy(asc(holds.openedAt));
  const overridden = await db.read
    .select()
    .from(overrides)
    .where(eq(overrides.personId, personId))
    .orderBy(asc(overrides.grantedAt));
  const granted = await db.read
    .select()
    .from(accommodations)
    .where(eq(accommodations.personId, personId))
    .orderBy(asc(accommodations.grantedAt));
  const claims = await db.read
    .select()
    .from(dealClaims)
    .where(eq(dealClaims.personId, personId))
    .orderBy(asc(dealClaims.claimedAt));
  const refusals = await db.read
    .select()
    .from(claimRefusals)
    .where(eq(claimRefusals.personId, personId))
    .orderBy(asc(claimRefusals.refusedAt));
  return {
    holds: held.map(withoutPerson),
    overrides: overridden.map(withoutPerson),
    accommodations: granted.map(withoutPerson),
    dealClaims: claims.map(({ personId: _, apiKeyId: __, dealKey: ___, ...claim }) => claim),
    claimRefusals: refusals.map(withoutPerson),
  };
}

function withoutPerson<T extends { personId: string }>({ personId: _, ...row }: T): Omit<T, "personId"> {
  return row;
}
