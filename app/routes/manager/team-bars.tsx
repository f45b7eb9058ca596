import { useTranslation } from "react-i18next";
import type { Cut, TeamFigures } from "#app/features/teams/team-figures.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { html, inside } from "#app/ui/html.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { useStatusMeter } from "./status-meter.ts";
import { useKeptRows } from "./use-kept-rows.ts";
import { useTeamLinks } from "./use-team-links.ts";

type TeamBarsProps = { cuts: TeamFigures["cuts"]; manager: string | null };

/** Standing by region, country and department: a bar each, and links to the people. */
export function TeamBars({ cuts, manager }: TeamBarsProps) {
  // A cut with one part says what the page has said.
  const shown = (["region", "department", "country"] as const).filter((cut) => cuts[cut].length > 1);
  if (shown.length === 0) return null;
  return (
    <div className="flex flex-col gap-5">
      <StatusLegend />
      <div className="gap-8 lg:columns-2">
        {shown.map((cut) => (
          <Bars key={cut} cut={cut} bars={cuts[cut]} manager={manager} />
        ))}
      </div>
    </div>
  );
}

/** What the colours of the bars mean, in their order. */
function StatusLegend() {
  const { t } = useTranslation("team");
  const parts = [
    { text: t("status.certified"), tone: "bg-ok" },
    { text: t("status.not_required"), tone: "bg-info" },
    { text: t("bars.grace"), tone: "bg-warn" },
    { text: t("status.blocked"), tone: "bg-stop" },
  ];
  return (
    <ul className="text-ink-2 flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {parts.map(({ text, tone }) => (
        <li key={text} className="flex items-center gap-2">
          <span className={`h-2.5 w-5 rounded-full ${tone}`} />
          {text}
        </li>
      ))}
    </ul>
  );
}

function Bars({ cut, bars, manager }: { cut: Cut; bars: TeamFigures["cuts"][Cut]; manager: string | null }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count } = useFigures();
  const { country } = useFormats();
  const meter = useStatusMeter();
  const keep = useKeptRows();
  const rows = () =>
    bars.map(({ value, counts }) => {
      const people = t("people", { count: counts.people, shown: count(counts.people) });
      const blocked = t("home.blocked", { count: counts.blocked, shown: count(counts.blocked) });
      const part = links.teamPeople({ manager, [cut]: value });
      return html`<li class="flex flex-col gap-1"><span class="flex flex-wrap justify-between gap-x-4">
<a href="${part}">${cut === "country" ? country(value) : value}</a>
<span class="text-ink-2 tabular-nums"><a href="${part}" class="text-ink-2">${people}</a>${
        counts.blocked > 0 &&
        html` · <a href="${links.teamPeople({ manager, [cut]: value, status: "blocked" })}" class="text-stop">${blocked}</a>`
      }</span></span>${meter(counts)}</li>`;
    });
  const drawn = keep(cut, bars, manager, () => html`${rows()}`);
  return (
    <section className="mb-8 flex min-w-0 break-inside-avoid flex-col gap-2">
      <h2>{t("bars.title", { cut: t(`bars.${cut}`) })}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
      <ul className="flex flex-col gap-3" dangerouslySetInnerHTML={inside(drawn)} />
    </section>
  );
}
