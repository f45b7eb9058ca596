import { useTranslation } from "react-i18next";
import { shareOf } from "#app/features/item-statistics/compare-shares.ts";
import type { ItemReport } from "#app/features/item-statistics/item-report.ts";
import { statisticsLimits } from "#app/features/item-statistics/statistics-limits.ts";
import { LineChart } from "#app/ui/line-chart.tsx";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

/** The share of right answers week by week, as a line and as a table. Weeks with too few answers are left out. */
export function WeeklyTrend({ weeks }: { weeks: ItemReport["weeks"] }) {
  const { t } = useTranslation("statistics");
  const { percent, count, utcDay } = useFigures();
  const enough = weeks.filter(({ answers }) => answers >= statisticsLimits.fewestAnswers);
  const [start, end] = [enough[0]?.startsAt ?? 0, enough.at(-1)?.startsAt ?? 0];
  const points = enough.map((week) => ({
    ...{ at: week.startsAt, x: (week.startsAt - start) / Math.max(1, end - start), y: shareOf(week) },
  }));
  const [first, last] = [points[0], points.at(-1)];
  return (
    <section className="flex w-full flex-col gap-3">
      <h2>{t("item.weeks")}</h2>
      {first && last && points.length > 1 ? (
        <LineChart
          label={t("item.trend", {
            ...{ from: utcDay(first.at), to: utcDay(last.at) },
            ...{ first: percent(first.y), last: percent(last.y) },
          })}
          share={percent}
          line={points}
          from={utcDay(first.at)}
          until={utcDay(last.at)}
        />
      ) : (
        <p className="text-ink-2">{t("item.oneWeek")}</p>
      )}
      <details>
        <summary className="text-accent cursor-pointer underline underline-offset-[3px]">
          {t("item.weeksTable")}
        </summary>
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
