import { useTranslation } from "react-i18next";
import type { VerifiedAttendance } from "#app/features/attendance/verify-attendance.server.ts";
import { FactList } from "#app/ui/fact-list.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

type VerifiedAttendanceProps = { attendance: VerifiedAttendance; number: string; asOf: number };

/** What a certificate of attendance stands for, and what to compare with the paper in hand. */
export function VerifiedAttendanceCard({ attendance, number, asOf }: VerifiedAttendanceProps) {
  const { t } = useTranslation("partner");
  const { day, moment } = useFormats();
  const { firmName, initials, issuedAt, organisation } = attendance;
  const facts = [
    [t("verify.issued"), day(issuedAt)] as const,
    [t("verify.by"), organisation] as const,
    ...(firmName === null ? [] : [[t("verify.firm"), firmName] as const]),
    [t("verify.initials"), initials] as const,
  ];
  return (
    <StandingCard tone="ok" state={t("verify.state")} title={t("verify.title")}>
      <p>{t("verify.text", attendance)}</p>
      <FactList facts={facts} />
      <p>{t("verify.compare")}</p>
      <p className="text-ink-3 text-sm">
        <bdi className="font-mono">{number}</bdi>
        {" · "}
        {t("open:verify.asOf", { when: moment(asOf) })}
      </p>
    </StandingCard>
  );
}
