import { useTranslation } from "react-i18next";
import type { FirmMember, MemberState } from "#app/features/firms/firm-member.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { MemberActions } from "./member-actions.tsx";
import { MemberSteps } from "./member-steps.tsx";

const tones: Record<MemberState, Tone> = { joined: "info", invited: "info", expired: "warn", not_invited: "info" };

type MemberRowsProps = {
  members: FirmMember[];
  /** The firm is open, so that invitations can be sent. */
  open: boolean;
  /** Shows what only the program office does. */
  office?: boolean;
};

/** People one below the other: columns on a desk, cards on a phone. */
export function MemberRows({ members, open, office = false }: MemberRowsProps) {
  const { t } = useTranslation("firms");
  const { country } = useFormats();
  return (
    <ul className="flex flex-col">
      {members.map((member) => (
        <li
          key={member.personId ?? member.invitation?.id}
          className="border-line grid gap-x-6 gap-y-2 border-b py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,5fr)_minmax(0,4fr)]"
        >
          <span>
            <span className="font-semibold">{member.name || member.address}</span>
            {member.coordinates ? <span className="eyebrow block">{t("people.coordinator")}</span> : null}
            <span className="text-ink-3 block text-[0.95rem]">
              {member.name ? <span className="block">{member.address}</span> : null}
              <span className="block">
                {[member.jobTitle, member.country ? country(member.country) : "", member.externalId ?? ""]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
          </span>
          <span className="flex flex-col items-start gap-1">
            {member.attendedAt === null ? (
              <StatePill tone={tones[member.state]}>{t(`people.states.${member.state}`)}</StatePill>
            ) : (
              <StatePill tone="ok">{t("people.attended")}</StatePill>
            )}
            <MemberSteps member={member} />
          </span>
          <MemberActions member={member} open={open} office={office} />
        </li>
      ))}
    </ul>
  );
}
