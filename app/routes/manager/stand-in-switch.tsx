import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { paths } from "#app/platform/paths.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { TeamView } from "./team-sight.server.ts";

type StandInSwitchProps = Pick<TeamView, "standIn" | "choices"> & { to: typeof paths.team };

/** For who may look at more than one team, or at somebody else's: which one this is, and the others. */
export function StandInSwitch({ standIn, choices, to }: StandInSwitchProps) {
  const { t } = useTranslation("delegates");
  const { moment } = useFormats();
  if (choices.every((choice) => choice === null)) return null;
  return (
    <div className="flex flex-col gap-3">
      {choices.length > 1 ? (
        <nav aria-label={t("switch.label")} className="flex flex-wrap gap-x-6 gap-y-1">
          {choices.map((choice) => (
            <Link
              key={choice?.employeeId ?? ""}
              to={to({ for: choice?.employeeId })}
              {...(choice?.employeeId === standIn?.employeeId ? { "aria-current": "page" as const } : {})}
              className="aria-[current=page]:text-ink aria-[current=page]:font-bold aria-[current=page]:no-underline"
            >
              {choice ? t("switch.other", { name: choice.name }) : t("switch.own")}
            </Link>
          ))}
        </nav>
      ) : null}
      {standIn ? (
        <Notice tone="info">
          <span>{t("switch.notice", { name: standIn.name, until: moment(standIn.validUntil) })}</span>
        </Notice>
      ) : null}
    </div>
  );
}
