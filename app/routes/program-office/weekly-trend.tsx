import { useTranslation } from "react-i18next";
import { shareOf } from "#app/features/item-statistics/compare-shares.ts";
import type { ItemReport } from "#app/features/item-statistics/item-report.ts";
import { statisticsLimits } from "#app/features/item-statistics/statistics-limits.ts";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

const size = { width: 400, height: 180, left: 42, right: 6, top: 8, bottom: 10 };

/** The share of right answers week by week, as a line and as a table. Weeks with too few answers are left out. */
export function WeeklyTrend({ weeks }: { weeks: ItemReport["weeks"] }) {
  const { t } = useTranslation("statistics");
  const { percent, count, utcDay } = useFigures();
  const points = weeks.flatMap((week, place) =>
    week.answers < statisticsLimits.fewestAnswers
      ? []
      : [{ x: acrossOf(place, weeks.length), y: downOf(shareOf(week)), share: shareOf(week), at: week.startsAt }],
  );
  const [first, last] = [points[0], points.at(-1)];
  return (
    <section className="flex w-full flex-col gap-3">
      <h2>{t("item.weeks")}</h2>
      {first && last && points.length > 1 ? (
        <svg
          viewBox={`0 0 ${size.width} ${size.height}`}
          className="text-accent w-full max-w-[560px]"
          role="img"
          aria-label={t("item.trend", {
            from: utcDay(first.at),
            to: utcDay(last.at),
            first: percent(first.share),
            last: percent(last.share),
          })}
        >
          {[0, 0.25, 0.5, 0.75, 1].map((share) => (
            <g key={share}>
              <path
                d={`M${size.left} ${downOf(share)}H${size.width - size.right}`}
                className="stroke-line"
                strokeWidth="1"
              />
              <text x={size.left - 6} y={downOf(share) + 4} textAnchor="end" fontSize="11" className="fill-ink-3">
                {percent(share)}
              </text>
            </g>
          ))}
          <path
            d={points.map(({ x, y }, n) => `${n === 0 ? "M" : "L"}${x.toFixed(1)} ${y.toFixed(1)}`).join("")}
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
            strokeLinejoin="round"
          />
          {points.map(({ x, y, at }) => (
            <circle key={at} cx={x.toFixed(1)} cy={y.toFixed(1)} r="4" fill="currentColor" />
          ))}
        </svg>
      ) : (
        <p className="text-ink-2">{t("item.oneWeek")}</p>
      )}
      <details>
        <summary className="cursor-pointer font-semibold">{t("item.weeksTable")}</summary>
        <ScrollTable label={t("item.weeks")} width="">
          <thead>
            <tr>
              <th scope="col">{t("item.week")}</th>
              <th scope="col" className="number">
                {t("item.facility")}
              </th>
              <th scope="col" className="number">
                {t("item.answers")}
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week.startsAt}>
                <th scope="row" className="font-normal">
                  {utcDay(week.startsAt)}
                </th>
                <td className="number">
                  {week.answers < statisticsLimits.fewestAnswers ? t("table.few") : percent(shareOf(week))}
                </td>
                <td className="number">{count(week.answers)}</td>
              </tr>
            ))}
          </tbody>
        </ScrollTable>
      </details>
    </section>
  );
}

function acrossOf(place: number, weeks: number): number {
  const room = size.width - size.left - size.right - 8;
  return size.left + 4 + (weeks > 1 ? (place / (weeks - 1)) * room : room / 2);
}

function downOf(share: number): number {
  return size.top + (1 - share) * (size.height - size.top - size.bottom);
}
