import type { AttemptResult, attendances } from "#app/platform/db.server.ts";
import type { Release, Replay } from "../programs/release-content.ts";
import { replayMedia } from "../replays/replay-media.ts";
import { canonicalJson } from "./canonical-json.ts";
import type { Discrepancy, EvidenceRecord } from "./check-chain.ts";
import { isPartnerCheck, type PartnerCheckRecord } from "./check-partner-checks.ts";

type AttendedRecord = EvidenceRecord & { body: { kind: "attended" } };
type Content = { release: Pick<Release, "editionId" | "summary">; replays: readonly Replay[] };
type Given = { grade: (record: PartnerCheckRecord) => AttemptResult; contentOf: (releaseId: string) => Content };

/** The attendances that the evidence gives. */
export function deriveAttendances(records: readonly EvidenceRecord[]): (typeof attendances.$inferSelect)[] {
  return records.filter(isAttended).map(({ personId, releaseId, body }) => {
    const { attendanceId: id, number, editionId, firmName, issuedAt } = body;
    return { id, personId, editionId, releaseId: releaseId ?? "", number, firmName, issuedAt };
  });
}

/**
 * Whether each attendance of one person was earned by what stands before it: every recording of its release watched, a
 * check of the edition that passes when graded again, and right before it the signature under the words of the release.
 */
export function checkAttendances(records: readonly EvidenceRecord[], { grade, contentOf }: Given): Discrepancy[] {
  const found: Discrepancy[] = [];
  for (const record of records.filter(isAttended)) {
    const { personId, seq, at, body } = record;
    const say = (problem: string) => found.push({ personId, subject: `attendance ${body.number}`, problem });
    const { release, replays } = contentOf(record.releaseId ?? "");
    const before = records.filter((one) => one.seq < seq);
    if (body.issuedAt !== at || body.editionId !== release.editionId || record.subject !== body.editionId)
      say("names another instant or edition than its record");
    const missing = replays.filter((replay) => !before.some((one) => isWatchedRecord(one, replay)));
    if (missing.length > 0) say(`was granted without watching ${missing.map(({ id }) => id).join(", ")}`);
    const passed = before
      .filter(isPartnerCheck)
      .some((one) => one.body.editionId === body.editionId && grade(one).passed);
    if (release.summary.partnerCheck && !passed) say("was granted without a passed check");
    if (!isSignatureUnder(before.at(-1), record, release)) say("was granted without a signature");
  }
  return found;
}

function isAttended(record: EvidenceRecord): record is AttendedRecord {
  return record.body.kind === "attended";
}

function isWatchedRecord({ body }: EvidenceRecord, replay: Replay): boolean {
  return body.kind === "replay_watched" && body.replayId === replay.id && body.media === replayMedia(replay);
}

function isSignatureUnder(
  signature: EvidenceRecord | undefined,
  { at, releaseId, subject }: AttendedRecord,
  { summary }: Content["release"],
): boolean {
  if (signature?.body.kind !== "partner_attested" || signature.at !== at) return false;
  const { meaning, statements, promises } = signature.body;
  const { partnerAttestation: words } = summary;
  return (
    signature.releaseId === releaseId &&
    signature.subject === subject &&
    canonicalJson([meaning, statements, promises]) ===
      canonicalJson([words?.meaning, words?.statements, words?.promises])
  );
}
