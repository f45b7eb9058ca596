import { useTranslation } from "react-i18next";
import type { Group } from "#app/features/teams/get-team-overview.server.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { StatusMeter } from "./status-meter.tsx";
import { useTeamLinks } from "./use-team-links.ts";

/** Managers below, each with the people below them. On a phone each is a card. */
export function TeamGroups({ groups }: { groups: Group[] }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count } = useFigures();
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("groups.title")}</h2>
      <ul className="grid gap-3 md:grid-cols-2">
        {groups.map(({ employeeId, name, jobTitle, counts }) => (
          <li key={employeeId} className="panel flex flex-col gap-2">
            <span>
              <a href={links.team({ manager: employeeId })} className="font-semibold">
                {name}
              </a>
              <span className="text-ink-3 block text-[0.95rem]">{jobTitle}</span>
            </span>
            <StatusMeter counts={counts} />
            <span className="flex flex-wrap gap-x-5 tabular-nums">
              <a href={links.teamPeople({ manager: employeeId })}>
                {t("people", { count: counts.people, shown: count(counts.people) })}
              </a>
              <a href={links.teamPeople({ manager: employeeId, status: "blocked" })}>
                {t("home.blocked", { count: counts.blocked, shown: count(counts.blocked) })}
              </a>
              <a href={links.teamPeople({ manager: employeeId, due: "soon" })}>
                {t("home.soon", { count: counts.soon, shown: count(counts.soon) })}
              </a>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
