import { useTranslation } from "react-i18next";
import type { FirmMember } from "#app/features/firms/firm-member.ts";
import { useFormats } from "#app/ui/use-formats.ts";

/** What somebody has done on the way, with its day, and what comes next. */
export function MemberSteps({ member }: { member: FirmMember }) {
  const { t } = useTranslation("firms");
  const { day, moment } = useFormats();
  const { invitation, invitedAt, joinedAt, state, replays, watchedAt, passedAt, attendedAt, next } = member;
  const dated = (key: string, at: number | null) => (at === null ? [] : [t(`people.step.${key}`, { when: day(at) })]);
  const lines = [...dated("invited", joinedAt === null ? invitedAt : null), ...dated("joined", joinedAt)];
  if (invitation) {
    const when = moment(invitation.expiresAt);
    lines.push(t(state === "expired" ? "people.expiredOn" : "people.until", { when }));
  }
  if (state === "joined" || attendedAt !== null) {
    if (watchedAt !== null) lines.push(t("people.step.replaysOn", { ...member, when: day(watchedAt) }));
    else lines.push(replays === 0 ? t("people.noReplays") : t("people.replays", member));
    lines.push(...dated("passed", passedAt), ...dated("attended", attendedAt));
  }
  if (lines.length === 0) return null;
  return (
    <ul className="text-ink-2 text-[0.95rem] tabular-nums">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {next === "check" || next === "signature" ? <li className="text-warn">{t(`people.step.next.${next}`)}</li> : null}
    </ul>
  );
}
