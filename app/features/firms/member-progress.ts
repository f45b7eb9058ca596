import type { EvidenceBody, ReleaseSummary } from "#app/platform/db.server.ts";
import { type PartnerStep, partnerSteps } from "../attendance/partner-path.ts";
import type { MemberProgress, MemberStep } from "./firm-member.ts";

/** The kinds of evidence that a partner's progress is told from. */
export const countedKinds = ["replay_watched", "partner_check_submitted", "partner_attested", "attended"] as const;

/** A record of one of those kinds; `subject` is that of the evidence, `at` its instant in milliseconds. */
export type ProgressRecord = { at: number; subject: string; body: EvidenceBody };

/** What a partner works on: the recordings, named by `recordingName`, belong to the replays of the release. */
export type PartnerEdition = { editionId: string; summary: ReleaseSummary; recordings: ReadonlyMap<string, string> };

export const noProgress: MemberProgress = {
  ...{ watched: 0, replays: 0, watchedAt: null, passedAt: null, signedAt: null, attendedAt: null },
  ...{ certificateNumber: null, next: "join" },
};

const nextOf: Record<PartnerStep["kind"], MemberStep> = {
  ...{ replay: "replays", check: "check", attestation: "signature" },
};

type Given = { records: readonly ProgressRecord[]; edition: PartnerEdition | null; joined: boolean };

/** How far somebody has come. Who has attended is done with the edition, whatever a later release adds. */
export function memberProgress({ records, edition, joined }: Given): MemberProgress {
  if (!edition) return { ...noProgress, next: joined ? "nothing" : "join" };
  const { editionId, summary, recordings } = edition;
  const watchedAt = new Map<string, number>();
  const { passedAt, signedAt, attendedAt, certificateNumber } = noProgress;
  const seen = { passedAt, signedAt, attendedAt, certificateNumber };
  for (const { at, subject, body } of records) {
    if (body.kind === "replay_watched") {
      const replayId = recordings.get(recordingName(body));
      if (replayId !== undefined) watchedAt.set(replayId, Math.min(at, watchedAt.get(replayId) ?? at));
    } else if (body.kind === "partner_check_submitted") {
      if (body.editionId === editionId && body.result.passed) seen.passedAt ??= at;
    } else if (body.kind === "partner_attested") {
      if (subject === editionId) seen.signedAt ??= at;
    } else if (body.kind === "attended" && body.editionId === editionId) {
      seen.attendedAt ??= body.issuedAt;
      seen.certificateNumber ??= body.number;
    }
  }
  const attended = seen.attendedAt !== null;
  const all = new Set(recordings.values());
  const watched = attended ? all : new Set(watchedAt.keys());
  const steps = partnerSteps(summary, { watched, passed: attended || seen.passedAt !== null, attested: attended });
  const left = steps.find(({ state }) => state !== "done");
  const complete = all.size > 0 && watchedAt.size === all.size;
  return {
    ...{ watched: watched.size, replays: all.size, watchedAt: complete ? Math.max(...watchedAt.values()) : null },
    ...seen,
    next: attended ? "attended" : !joined ? "join" : left ? nextOf[left.kind] : "nothing",
  };
}

/** One recording of a replay: a new one has to be watched again. */
export function recordingName({ replayId, media }: { replayId: string; media: string }): string {
  return `${replayId} ${media}`;
}
