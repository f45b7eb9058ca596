import { useTranslation } from "react-i18next";
import type { Cut, TeamFigures } from "#app/features/teams/team-figures.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { StatusMeter } from "./status-meter.tsx";
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
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h2>{t("bars.title", { cut: t(`bars.${cut}`) })}</h2>
      <ul className="flex flex-col gap-3">
        {bars.map(({ value, counts }) => (
          <li key={value} className="flex flex-col gap-1">
            <span className="flex flex-wrap justify-between gap-x-4">
              <a href={links.teamPeople({ manager, [cut]: value })}>{cut === "country" ? country(value) : value}</a>
              <span className="text-ink-2 tabular-nums">
                {t("people", { count: counts.people, shown: count(counts.people) })}
                {counts.blocked > 0 ? (
                  <>
                    {" · "}
                    <a href={links.teamPeople({ manager, [cut]: value, status: "blocked" })} className="text-stop">
                      {t("home.blocked", { count: counts.blocked, shown: count(counts.blocked) })}
                    </a>
                  </>
                ) : null}
              </span>
            </span>
            <StatusMeter counts={counts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
