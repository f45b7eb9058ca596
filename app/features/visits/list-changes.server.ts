import { and, desc, eq, gt, inArray } from "drizzle-orm";
import {
  certifications,
  claimRefusals,
  type Database,
  dealClaims,
  type EvidenceBody,
  evidence,
  overrides,
  type people,
  personVersions,
  waves,
} from "#app/platform/db.server.ts";
import { findLineManager } from "../people/find-line-manager.server.ts";
import { defaultProgramId } from "../programs/default-program.ts";
import { findCurrentReleaseId } from "../programs/find-current-release.server.ts";
import { listReleaseParts } from "../programs/list-release-parts.server.ts";
import type { Release } from "../programs/release-content.ts";
import { changedLessons } from "./changed-lessons.ts";
import { type Change, type ChangeFacts, changesSince } from "./changes-since.ts";

const kinds: EvidenceBody["kind"][] = [
  "certified",
  "held",
  "hold_lifted",
  "override_granted",
  "override_ended",
  "attempt_unlocked",
  "attempt_voided",
  "accommodation_granted",
  "accommodation_ended",
];

type Given = {
  person: typeof people.$inferSelect;
  /** The release the person works with now. */
  release: Release;
  booster: ChangeFacts["booster"];
  since: number;
  now: number;
};

/** What has changed for a person since an instant, newest first. */
export async function listChanges(db: Database, given: Given): Promise<Change[]> {
  const { person, release, booster, since, now } = given;
  const personId = person.id;
  const facts: ChangeFacts = {
    audience: person,
    evidence: await db.read
      .select({ at: evidence.at, body: evidence.body })
      .from(evidence)
      .where(and(eq(evidence.personId, personId), gt(evidence.at, since), inArray(evidence.kind, kinds))),
    overrides: await db.read
      .select({ validUntil: overrides.validUntil, endedAt: overrides.endedAt })
      .from(overrides)
      .where(eq(overrides.personId, personId)),
    waves: await db.read.select().from(waves).where(eq(waves.programId, defaultProgramId)),
    certifications: await db.read
      .select({ validFrom: certifications.validFrom, validUntil: certifications.validUntil })
      .from(certifications)
      .where(eq(certifications.personId, personId)),
    lessons: await readLessons(db, release, since),
    claims: await readClaims(db, personId, since),
    booster,
    manager: await readManager(db, given),
  };
  return changesSince(facts, { since, now });
}

async function readLessons(db: Database, release: Release, since: number): Promise<ChangeFacts["lessons"]> {
  if (release.publishedAt <= since) return null;
  const before = await findCurrentReleaseId(db.read, { ...release, at: since });
  if (before === null) return null;
  const content = async (id: string) => ({
    lessons: await listReleaseParts(db, id, "module"),
    scenarios: await listReleaseParts(db, id, "scenario"),
  });
  return {
    publishedAt: release.publishedAt,
    titles: changedLessons(await content(before), await content(release.id)),
  };
}

async function readClaims(db: Database, personId: string, since: number): Promise<ChangeFacts["claims"]> {
  const recorded = await db.read
    .select({ id: dealClaims.id, dealReference: dealClaims.dealReference, at: dealClaims.claimedAt })
    .from(dealClaims)
    .where(and(eq(dealClaims.personId, personId), eq(dealClaims.channel, "api"), gt(dealClaims.claimedAt, since)));
  const refused = await db.read
    .select({ id: claimRefusals.id, dealReference: claimRefusals.dealReference, at: claimRefusals.refusedAt })
    .from(claimRefusals)
    .where(
      and(eq(claimRefusals.personId, personId), eq(claimRefusals.channel, "api"), gt(claimRefusals.refusedAt, since)),
    );
  return [
    ...recorded.map((claim) => ({ ...claim, recorded: true })),
    ...refused.map((claim) => ({ ...claim, recorded: false })),
  ];
}

/** What was known of the person when it was recorded: a change dated back is news all the same. */
async function readManager(db: Database, { person, since, now }: Given): Promise<ChangeFacts["manager"]> {
  const versions = await db.read
    .select({ manager: personVersions.managerEmployeeId, recordedAt: personVersions.recordedAt })
    .from(personVersions)
    .where(eq(personVersions.personId, person.id))
    .orderBy(desc(personVersions.recordedAt), desc(personVersions.validFrom));
  const before = versions.find(({ recordedAt }) => recordedAt <= since);
  const [latest] = versions;
  if (!before || !latest || before.manager === latest.manager) return null;
  const first = versions.findLast(({ recordedAt, manager }) => recordedAt > since && manager === latest.manager);
  return {
    name: await findLineManager(db.read, { managerEmployeeId: latest.manager, now }),
    since: first?.recordedAt ?? latest.recordedAt,
  };
}
