import { useTranslation } from "react-i18next";
import type { Cut, TeamFigures } from "#app/features/teams/team-figures.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { html, inside } from "#app/ui/html.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useStatusMeter } from "./status-meter.ts";
import { useTeamLinks } from "./use-team-links.ts";

type TeamBarsProps = { cuts: TeamFigures["cuts"]; manager: string | null };

/** Standing by region, country and department: a bar each, and links to the people. */
export function TeamBars({ cuts, manager }: TeamBarsProps) {
  return (
    <div className="grid gap-8 lg:grid-cols-2">
      {(["region", "country", "department"] as const).map((cut) => (
        <Bars key={cut} cut={cut} bars={cuts[cut]} manager={manager} />
      ))}
    </div>
  );
}

function Bars({ cut, bars, manager }: { cut: Cut; bars: TeamFigures["cuts"][Cut]; manager: string | null }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count } = useFigures();
  const { country } = useFormats();
  const meter = useStatusMeter();
  const rows = bars.map(({ value, counts }) => {
    const people = t("people", { count: counts.people, shown: count(counts.people) });
    const blocked = t("home.blocked", { count: counts.blocked, shown: count(counts.blocked) });
    return html`<li class="flex flex-col gap-1"><span class="flex flex-wrap justify-between gap-x-4">
<a href="${links.teamPeople({ manager, [cut]: value })}">${cut === "country" ? country(value) : value}</a>
<span class="text-ink-2 tabular-nums">${people}${
      counts.blocked > 0 &&
      html` · <a href="${links.teamPeople({ manager, [cut]: value, status: "blocked" })}" class="text-stop">${blocked}</a>`
    }</span></span>${meter(counts)}</li>`;
  });
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2>{t("bars.title", { cut: t(`bars.${cut}`) })}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
      <ul className="flex flex-col gap-3" dangerouslySetInnerHTML={inside(...rows)} />
    </section>
  );
}
