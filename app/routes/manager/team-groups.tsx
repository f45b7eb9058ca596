import { useTranslation } from "react-i18next";
import type { Group } from "#app/features/teams/get-team-overview.server.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { html, inside } from "#app/ui/html.ts";
import { useStatusMeter } from "./status-meter.ts";
import { useTeamLinks } from "./use-team-links.ts";

/** Managers below, each with the people below them. On a phone each is a card. */
export function TeamGroups({ groups }: { groups: Group[] }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count } = useFigures();
  const meter = useStatusMeter();
  const rows = groups.map(({ employeeId: manager, name, jobTitle, counts }) => {
    const { people, blocked, soon } = counts;
    const figures = [
      { to: links.teamPeople({ manager }), text: t("people", { count: people, shown: count(people) }) },
      {
        to: links.teamPeople({ manager, status: "blocked" }),
        text: t("home.blocked", { count: blocked, shown: count(blocked) }),
      },
      { to: links.teamPeople({ manager, due: "soon" }), text: t("home.soon", { count: soon, shown: count(soon) }) },
    ];
    return html`<li class="panel flex flex-col gap-2"><span><a href="${links.team({ manager })}" class="font-semibold">${name}</a>
<span class="text-ink-3 block text-[0.95rem]">${jobTitle}</span></span>${meter(counts)}
<span class="flex flex-wrap gap-x-5 tabular-nums">${figures.map(({ to, text }) => html`<a href="${to}">${text}</a>`)}</span></li>`;
  });
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("groups.title")}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
      <ul className="grid gap-3 md:grid-cols-2" dangerouslySetInnerHTML={inside(...rows)} />
    </section>
  );
}
