import { useTranslation } from "react-i18next";
import type { Group } from "#app/features/teams/get-team-overview.server.ts";
import { ScrollTable } from "#app/routes/program-office/scroll-table.tsx";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { html, inside } from "#app/ui/html.ts";
import { useStatusMeter } from "./status-meter.ts";
import { useKeptRows } from "./use-kept-rows.ts";
import { useTeamLinks } from "./use-team-links.ts";

/** Managers below, each with the people below them. A phone leaves the bar out, which says no more than the figures. */
export function TeamGroups({ groups }: { groups: Group[] }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count } = useFigures();
  const meter = useStatusMeter();
  const keep = useKeptRows();
  const row = ({ employeeId: manager, name, jobTitle, counts }: Group) => {
    const figures = [
      { to: links.teamPeople({ manager }), size: counts.people },
      { to: links.teamPeople({ manager, status: "blocked" }), size: counts.blocked },
      { to: links.teamPeople({ manager, due: "soon" }), size: counts.soon },
    ];
    return html`<tr><th scope="row" class="w-2/5 sm:w-auto"><a href="${links.team({ manager })}" class="font-semibold">${name}</a>
<span class="text-ink-3 block font-normal">${jobTitle}</span></th>
${figures.map(({ to, size }) => html`<td class="number"><a href="${to}" class="inline-block min-w-6">${count(size)}</a></td>`)}
<td class="hidden w-2/5 align-middle! sm:table-cell">${meter(counts)}</td></tr>`;
  };
  const rows = groups.map((group) => keep("team", group, group.employeeId, () => row(group)));
  return (
    <section className="flex flex-col gap-2">
      <h2>{t("groups.title")}</h2>
      <ScrollTable label={t("groups.title")} width="w-full">
        <thead>
          <tr>
            <th scope="col">{t("groups.manager")}</th>
            {(["people", "blocked", "soon"] as const).map((name) => (
              <th key={name} scope="col" className="number">
                {t(`groups.${name}`)}
              </th>
            ))}
            <th scope="col" className="hidden sm:table-cell">
              {t("groups.standing")}
            </th>
          </tr>
        </thead>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
        <tbody dangerouslySetInnerHTML={inside(...rows)} />
      </ScrollTable>
    </section>
  );
}
