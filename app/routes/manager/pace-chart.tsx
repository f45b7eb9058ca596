import { useTranslation } from "react-i18next";
import type { Pace } from "#app/features/teams/pace.ts";
import { ScrollTable } from "#app/routes/program-office/scroll-table.tsx";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { html, inside } from "#app/ui/html.ts";
import { LineChart } from "#app/ui/line-chart.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { useTeamLinks } from "./use-team-links.ts";

/** The certified share over time beside the straight line to the date, as a picture and as a table. */
export function PaceChart({ pace, asOf, manager }: { pace: Pace; asOf: number; manager: string | null }) {
  const { t } = useTranslation("team");
  const links = useTeamLinks();
  const { count, percent } = useFigures();
  const { day, moment } = useFormats();
  const { points, wave } = pace;
  const share = percent(pace.people === 0 ? 0 : pace.certified / pace.people);
  const [needed, date] = [percent(pace.neededNow), day(wave.deadline)];
  const rows = points.map(
    (point) =>
      html`<tr><th scope="row">${day(point.at)}</th><td class="number">${percent(point.certified)}</td><td class="number">${percent(point.needed)}</td></tr>`,
  );
  return (
    <section className="panel flex flex-col gap-3">
      <h2>{t("pace.title")}</h2>
      <p className="text-ink-2">
        <a href={links.teamPeople({ manager, wave: wave.id })}>
          {t("pace.wave", { count: pace.people, shown: count(pace.people), day: date })}
        </a>{" "}
        {wave.mode === "shadow" ? `${t("pace.shadow")} ` : null}
        {t("asOf", { at: moment(asOf) })}.
      </p>
      <PaceLegend date={date} />
      <PacePicture pace={pace} label={t("pace.label", { share, needed, day: date })} />
      <details>
        <summary className="text-accent cursor-pointer underline underline-offset-[3px]">{t("pace.table")}</summary>
        <ScrollTable label={t("pace.title")} width="mt-3">
          <thead>
            <tr>
              <th scope="col">{t("pace.day")}</th>
              <th scope="col" className="number">
                {t("pace.certified")}
              </th>
              <th scope="col" className="number">
                {t("pace.needed")}
              </th>
            </tr>
          </thead>
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: `html` escapes what is not literal. */}
          <tbody dangerouslySetInnerHTML={inside(...rows)} />
        </ScrollTable>
      </details>
    </section>
  );
}

function PacePicture({ pace: { points, wave }, label }: { pace: Pace; label: string }) {
  const { percent } = useFigures();
  const { shortDay } = useFormats();
  const [first, last] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 1];
  const x = (at: number) => (at - first) / Math.max(1, last - first);
  return (
    <LineChart
      label={label}
      share={percent}
      line={points.flatMap(({ at, certified }) => (certified === null ? [] : [{ x: x(at), y: certified }]))}
      aim={points.map(({ at, needed }) => ({ x: x(at), y: needed }))}
      mark={{ x: x(wave.deadline), text: shortDay(wave.deadline) }}
      from={shortDay(first)}
      until={shortDay(last)}
    />
  );
}

/** What the two lines and the upright one are. */
function PaceLegend({ date }: { date: string }) {
  const { t } = useTranslation("team");
  const signs = [
    { text: t("pace.certified"), className: "stroke-accent", d: "M0 6H24", width: 3 },
    { text: t("pace.needed"), className: "stroke-ink-3", d: "M0 6H24", width: 1.5, dashes: "5 5" },
    { text: t("pace.deadline", { day: date }), className: "stroke-warn", d: "M12 0V12", width: 2 },
  ];
  return (
    <ul className="text-ink-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
      {signs.map(({ text, className, d, width, dashes }) => (
        <li key={text} className="flex items-center gap-2">
          <svg width="24" height="12" aria-hidden="true">
            <path d={d} className={className} strokeWidth={width} strokeDasharray={dashes} />
          </svg>
          {text}
        </li>
      ))}
    </ul>
  );
}
