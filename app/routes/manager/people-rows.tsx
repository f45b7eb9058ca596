import { useTranslation } from "react-i18next";
import type { Status } from "#app/features/teams/team-member.ts";
import { StatePill, type Tone } from "#app/ui/state-pill.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { PersonRow } from "./person-row.ts";
import { useTeamLinks } from "./use-team-links.ts";

export const statusTones: Record<Status, Tone> = {
  blocked: "stop",
  grace: "warn",
  override: "warn",
  certified: "ok",
  not_required: "info",
};

type PeopleRowsProps = {
  rows: PersonRow[];
  /** Puts a box before each name, inside a form that somebody else draws. */
  choose?: boolean;
};

/** People one below the other: columns on a desk, cards on a phone. */
export function PeopleRows({ rows, choose = false }: PeopleRowsProps) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { day, country } = useFormats();
  return (
    <ul className="flex flex-col">
      {rows.map((row) => (
        <li
          key={row.employeeId}
          className="border-line grid gap-x-6 gap-y-1 border-b py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_minmax(0,3fr)]"
        >
          <span className="flex items-start gap-3">
            {choose ? (
              <input
                type="checkbox"
                name="id"
                value={row.employeeId}
                aria-label={t("notices:nudge.select", { name: row.name })}
                className="accent-accent mt-0.5 size-6 shrink-0"
              />
            ) : null}
            <span>
              <a href={links.teamPerson(row.employeeId)} className="font-semibold">
                {row.name}
              </a>
              <span className="text-ink-3 block text-[0.95rem]">
                {row.employeeId} · {row.jobTitle}
              </span>
            </span>
          </span>
          <span className="flex flex-col items-start gap-1">
            <StatePill tone={statusTones[row.status]}>{t(`status.${row.status}`)}</StatePill>
            <span className="text-ink-2 text-[0.95rem]">
              {t(`reason.${row.reason}`)}
              {row.dueAt === null ? null : (
                <>
                  {" · "}
                  {t(row.status === "blocked" ? "list.overdue" : "list.due")} {day(row.dueAt)}
                </>
              )}
            </span>
          </span>
          <span className="text-ink-2 text-[0.95rem]">
            {row.steps.total > 0 ? <span className="block tabular-nums">{t("list.steps", row.steps)}</span> : null}
            <span className="block">
              {country(row.country)} · {row.department}
            </span>
            {row.onLeave || row.contractor ? (
              <span className="block">
                {[row.onLeave ? t("list.leave") : "", row.contractor ? t("list.contractor") : ""]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
