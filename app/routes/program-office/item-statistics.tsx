import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ItemReport } from "#app/features/item-statistics/item-report.ts";
import { sortByAlarm } from "#app/features/item-statistics/sort-by-alarm.ts";
import { statisticsLimits } from "#app/features/item-statistics/statistics-limits.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { loadStatistics } from "./item-statistics.server.ts";
import { type ItemRow, ItemsTable } from "./items-table.tsx";
import { StatisticsFilter } from "./statistics-filter.tsx";
import { useFigures } from "./use-figures.ts";
import { WholeAssessment } from "./whole-assessment.tsx";

export const meta: MetaFunction = pageTitle("statistics:title");

export const loader = pageLoader("items:statistics", async ({ app, request }) => {
  const found = await loadStatistics(app, request);
  if (!found) return null;
  const { releases, filter, statistics } = found;
  const { asOf, languages, regions, report } = statistics;
  const { attempts, consistency } = report;
  return {
    ...{ releases, filter, asOf, languages, regions, attempts, consistency },
    rows: sortByAlarm(report.items).map(rowOf),
  };
});

/** No choice and no key is on this page. */
function rowOf({ item, answers, figures, alarms }: ItemReport): ItemRow {
  const { id, clause, mustPass } = item;
  const kinds = [...new Set(alarms.map(({ kind }) => kind))];
  if (!figures) return { id, clause, mustPass, answers, figures: null, alarms: kinds };
  const { facility, discrimination, efficiency } = figures;
  return { id, clause, mustPass, answers, figures: { facility, discrimination, efficiency }, alarms: kinds };
}

export default function ItemStatisticsPage() {
  const { t } = useTranslation("statistics");
  const { moment } = useFormats();
  const { count } = useFigures();
  const data = useLoaderData<typeof loader>();
  if (!data) return <Frame>{<Nothing of="noRelease" />}</Frame>;
  const { releases, filter, asOf, languages, regions, attempts, consistency, rows } = data;
  const least = statisticsLimits.fewestAttempts;
  return (
    <Frame>
      <StatisticsFilter {...{ filter, releases, languages, regions }} />
      {attempts === 0 ? <Nothing of="none" /> : null}
      {attempts > 0 && attempts < least ? (
        <Nothing of="few" values={{ attempts: count(attempts), least: count(least) }} />
      ) : null}
      {consistency ? (
        <>
          <WholeAssessment consistency={consistency} />
          <section className="flex max-w-full flex-col gap-3">
            <h2>{t("table.title")}</h2>
            <p className="text-ink-3 flex flex-wrap gap-x-6">
              <span>{t("asOf", { at: moment(asOf) })}</span>
              <a href={paths.itemStatisticsCsv(filter)} download>
                {t("export")}
              </a>
            </p>
            <ItemsTable rows={rows} filter={filter} />
          </section>
          <section className="text-ink-2 flex max-w-[66ch] flex-col gap-2">
            <h2>{t("words.title")}</h2>
            <p>{t("words.facility")}</p>
            <p>{t("words.discrimination")}</p>
            <p>{t("words.efficiency")}</p>
          </section>
        </>
      ) : null}
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useTranslation("statistics");
  return (
    <div className="flex flex-col items-start gap-6">
      <h1>{t("title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("intro")}</p>
      {children}
    </div>
  );
}

function Nothing({ of, values = {} }: { of: "noRelease" | "none" | "few"; values?: Record<string, string> }) {
  const { t } = useTranslation("statistics");
  return (
    <Notice tone="info">
      <strong>{t(`empty.${of}.title`)}</strong>
      <span>{t(`empty.${of}.text`, values)}</span>
    </Notice>
  );
}
