import { asc, count, gt, inArray } from "drizzle-orm";
import {
  accommodations,
  attempts,
  attendances,
  certifications,
  type Database,
  dealClaims,
  evidence,
  holds,
  lessonChecks,
  overrides,
  partnerChecks,
  people,
  registrations,
  storyPlays,
  watchings,
} from "#app/platform/db.server.ts";
import { gradeAttempt } from "../assessments/grade-attempt.ts";
import { gradePartnerCheck } from "../attendance/grade-partner-check.ts";
import { checkClaims } from "../claims/check-claims.server.ts";
import { gradeLessonCheck } from "../lessons/grade-lesson-check.ts";
import { getRelease } from "../programs/get-release.server.ts";
import { listItems } from "../programs/list-items.server.ts";
import { listPartnerItems } from "../programs/list-partner-items.server.ts";
import { listReleaseParts } from "../programs/list-release-parts.server.ts";
import { listReplays } from "../programs/list-replays.server.ts";
import type { Item, Release, Replay, Story } from "../programs/release-content.ts";
import { checkStandingFacts } from "../teams/check-standing-facts.server.ts";
import { checkAttempts } from "./check-attempts.ts";
import { checkAttendances, deriveAttendances } from "./check-attendances.ts";
import { checkCertifications } from "./check-certifications.ts";
import { checkChain, type Discrepancy, type EvidenceRecord } from "./check-chain.ts";
import { checkLessonChecks } from "./check-lesson-checks.ts";
import { checkPartnerChecks, type PartnerCheckRecord } from "./check-partner-checks.ts";
import { checkRegistrations } from "./check-registrations.ts";
import { checkReplays } from "./check-replays.ts";
import { checkStories } from "./check-stories.ts";
import { compareShortcuts } from "./compare-shortcuts.ts";
import { deriveFromEvidence } from "./derive-from-evidence.ts";
import { evidenceHash } from "./evidence-hash.server.ts";

export type Verification = {
  people: number;
  records: number;
  certifications: number;
  claims: number;
  discrepancies: Discrepancy[];
};

/** People a step; their records are in memory at the same time. */
const pageSize = 500;

/**
 * Recomputes every chain, registration, score, story, lesson check, replay, partner check, attendance, certification, hold, override,
 * accommodation, claim and what standings of teams depend on from the evidence and compares them with what is stored.
 * Reads page by page, so memory does not grow with the number of people.
 */
export async function verifyEvidence(
  db: Database,
  { onProgress = () => {} }: { onProgress?: (done: number, total: number) => void } = {},
): Promise<Verification> {
  const [total] = await db.read.select({ people: count() }).from(people);
  const releases = await readReleases(db);
  const sum: Verification = { people: 0, records: 0, certifications: 0, claims: 0, discrepancies: [] };
  let after = "";
  for (;;) {
    const page = await db.read
      .select({ id: people.id })
      .from(people)
      .where(gt(people.id, after))
      .orderBy(asc(people.id))
      .limit(pageSize);
    const last = page.at(-1);
    if (!last) return sum;
    await verifyPage(
      db,
      page.map((person) => person.id),
      releases,
      sum,
    );
    after = last.id;
    sum.people += page.length;
    onProgress(sum.people, total?.people ?? 0);
  }
}

type Content = {
  release: Release;
  bank: readonly Item[];
  partnerBank: readonly Item[];
  stories: readonly Story[];
  replays: readonly Replay[];
};
type Releases = Awaited<ReturnType<typeof readReleases>>;

async function readReleases(db: Database) {
  const named = await db.read.selectDistinct({ id: evidence.releaseId }).from(evidence);
  const known = new Map<string, Content>();
  for (const { id } of named) {
    if (!id) continue;
    const stories = await listReleaseParts(db, id, "story");
    const replays = await listReplays(db, id);
    const banks = { bank: await listItems(db, id), partnerBank: await listPartnerItems(db, id) };
    known.set(id, { release: await getRelease(db, id), ...banks, stories, replays });
  }
  return (id: string) => {
    const found = known.get(id);
    if (!found) throw new Error(`Release ${id} is named by evidence and not stored.`);
    return found;
  };
}

async function verifyPage(db: Database, ids: string[], releases: Releases, sum: Verification) {
  const records = await db.read
    .select()
    .from(evidence)
    .where(inArray(evidence.personId, ids))
    .orderBy(asc(evidence.personId), asc(evidence.seq));
  const stored = {
    attempts: await db.read.select().from(attempts).where(inArray(attempts.personId, ids)),
    plays: await db.read.select().from(storyPlays).where(inArray(storyPlays.personId, ids)),
    certifications: await db.read.select().from(certifications).where(inArray(certifications.personId, ids)),
    holds: await db.read.select().from(holds).where(inArray(holds.personId, ids)),
    overrides: await db.read.select().from(overrides).where(inArray(overrides.personId, ids)),
    lessonChecks: await db.read.select().from(lessonChecks).where(inArray(lessonChecks.personId, ids)),
    accommodations: await db.read.select().from(accommodations).where(inArray(accommodations.personId, ids)),
    watchings: await db.read.select().from(watchings).where(inArray(watchings.personId, ids)),
    partnerChecks: await db.read.select().from(partnerChecks).where(inArray(partnerChecks.personId, ids)),
    attendances: await db.read.select().from(attendances).where(inArray(attendances.personId, ids)),
    claims: await db.read.select().from(dealClaims).where(inArray(dealClaims.personId, ids)),
    registrations: await db.read.select().from(registrations).where(inArray(registrations.personId, ids)),
  };
  const grade = (record: EvidenceRecord & { body: { kind: "attempt_submitted" } }) => {
    const { release, bank } = releases(record.releaseId ?? "");
    const { form, answers, result } = record.body;
    return gradeAttempt({
      form,
      answers,
      bank,
      passMark: release.summary.assessment.passMark,
      timedOut: result.timedOut,
    });
  };
  const gradeCheck = ({ releaseId, body }: PartnerCheckRecord) => {
    const { release, partnerBank: bank } = releases(releaseId ?? "");
    const passMark = release.summary.partnerCheck?.passMark ?? 1;
    return gradePartnerCheck({ ...body, bank, passMark, timedOut: body.result.timedOut });
  };
  for (const own of Map.groupBy(records, (record) => record.personId).values()) {
    sum.discrepancies.push(...checkChain(own, evidenceHash));
    sum.discrepancies.push(...checkCertifications(own, { grade, releaseOf: (id) => releases(id).release }));
    sum.discrepancies.push(...checkAttendances(own, { grade: gradeCheck, contentOf: releases }));
  }
  const derived = deriveFromEvidence(records);
  sum.discrepancies.push(
    ...checkRegistrations(records, stored.registrations, (id) => releases(id).release),
    ...checkAttempts(records, stored.attempts, grade),
    ...checkStories(
      records,
      stored.plays,
      (releaseId, storyId) => releases(releaseId).stories.find((story) => story.id === storyId) ?? null,
    ),
    ...checkLessonChecks(records, stored.lessonChecks, ({ releaseId, body }) =>
      gradeLessonCheck({ ...body, bank: releases(releaseId ?? "").bank }),
    ),
    ...checkReplays(
      records,
      stored.watchings,
      (releaseId, replayId) => releases(releaseId).replays.find((replay) => replay.id === replayId) ?? null,
    ),
    ...checkPartnerChecks(records, stored.partnerChecks, gradeCheck),
    ...compareShortcuts("attendance", deriveAttendances(records), stored.attendances),
    ...compareShortcuts("certification", derived.certifications, stored.certifications),
    ...compareShortcuts("hold", derived.holds, stored.holds),
    ...compareShortcuts("override", derived.overrides, stored.overrides),
    ...compareShortcuts("accommodation", derived.accommodations, stored.accommodations),
    ...(await checkClaims(db, stored.claims)),
    ...(await checkStandingFacts(db, ids)),
  );
  sum.records += records.length;
  sum.certifications += stored.certifications.length;
  sum.claims += stored.claims.length;
}
