import { stringify } from "csv-stringify/sync";
import { byteOrderMark, csvText } from "../people/csv-text.ts";
import type { FirmMember } from "./firm-member.ts";

const columns = [
  ...["name", "address", "external_id", "country", "job_title", "state", "invited_until", "coordinator"],
  ...["replays_watched", "replays", "next_step", "invited_at", "joined_at", "replays_watched_at"],
  ...["check_passed_at", "signed_at", "attended_at", "certificate_number", "as_of"],
];

/** One line a person. Instants are ISO 8601 in UTC; what a spreadsheet would run stands as text. */
export function writeMembersCsv(members: readonly FirmMember[], { asOf }: { asOf: number }): string {
  const at = new Date(asOf).toISOString();
  const lines = members.map((member) => [
    ...[member.name, member.address ?? "", member.externalId ?? "", member.country ?? "", member.jobTitle].map(csvText),
    ...[member.state, instant(member.invitation?.expiresAt ?? null)],
    ...[member.coordinates ? "yes" : "no", String(member.watched), String(member.replays), member.next],
    ...[member.invitedAt, member.joinedAt, member.watchedAt, member.passedAt, member.signedAt, member.attendedAt].map(
      instant,
    ),
    ...[member.certificateNumber ?? "", at],
  ]);
  return byteOrderMark + stringify([columns, ...lines]);
}

function instant(at: number | null): string {
  return at === null ? "" : new Date(at).toISOString();
}
