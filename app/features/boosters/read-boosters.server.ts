import { and, asc, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { certifications, type EvidenceBody, evidence, type Handle } from "#app/platform/db.server.ts";
import type { Certification } from "../certification/find-current-registration.server.ts";
import { findCurrentRelease } from "../programs/find-current-release.server.ts";
import { findRelease } from "../programs/get-release.server.ts";
import { type Booster, boosterSchedule } from "./booster-schedule.ts";

export type BoosterRecord = { at: number; subject: string; body: EvidenceBody };
export type Boosters = { certification: Certification; schedule: Booster[]; records: BoosterRecord[] };

const kinds: EvidenceBody["kind"][] = [
  "attempt_submitted",
  "attempt_voided",
  "scenario_answered",
  "booster_answered",
  "booster_finished",
  "booster_skipped",
];

/**
 * The boosters of the person's valid certification (of several, the one that runs longest) with what the registration
 * tells about the person's knowledge. Null without one, and where the newest release of its edition has no boosters.
 */
export async function readBoosters(
  handle: Handle,
  { personId, now }: { personId: string; now: number },
): Promise<Boosters | null> {
  const [certification] = await handle
    .select()
    .from(certifications)
    .where(
      and(
        eq(certifications.personId, personId),
        lte(certifications.validFrom, now),
        gt(certifications.validUntil, now),
      ),
    )
    .orderBy(desc(certifications.validUntil), desc(certifications.id))
    .limit(1);
  if (!certification) return null;
  const newest = await findCurrentRelease(handle, certification);
  const earnedWith = await findRelease(handle, certification.releaseId);
  if (!newest?.summary.boosters || !earnedWith) return null;
  const { renewalWindowDays } = earnedWith.summary.certification;
  const schedule = boosterSchedule(certification, { days: newest.summary.boosters.days, renewalWindowDays }, now);
  const records = await handle
    .select({ at: evidence.at, subject: evidence.subject, body: evidence.body })
    .from(evidence)
    .where(and(eq(evidence.registrationId, certification.registrationId), inArray(evidence.kind, kinds)))
    .orderBy(asc(evidence.seq));
  return { certification, schedule, records };
}

/** What the evidence of a booster is about. */
export function boosterSubject(certificationId: string, day: number): string {
  return `${certificationId}/${day}`;
}
