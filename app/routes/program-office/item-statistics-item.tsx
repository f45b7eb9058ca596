import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isAllowed } from "#app/features/access/roles.ts";
import { statisticsLimits } from "#app/features/item-statistics/statistics-limits.ts";
import { listItems } from "#app/features/programs/list-items.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { ChoicesTable } from "./choices-table.tsx";
import { GroupTable } from "./group-table.tsx";
import { ItemAlarms } from "./item-alarms.tsx";
import { ItemFacts } from "./item-facts.tsx";
import { loadStatistics } from "./item-statistics.server.ts";
import { useFigures } from "./use-figures.ts";
import { WeeklyTrend } from "./weekly-trend.tsx";

export const meta: MetaFunction = pageTitle("statistics:titleItem", (data) => ({
  item: (data as { item: { id: string } }).item.id,
}));

export const loader = pageLoader("items:statistics", async ({ app, request, params, viewer }) => {
  if (isAllowed(viewer.roles, "learning:own"))
    throw new AppError("not-allowed", "You take this assessment yourself, so you cannot see the keys of its items.");
  const found = await loadStatistics(app, request);
  const item = found && (await listItems(app.db, found.filter.release)).find(({ id }) => id === params.itemId);
  if (!found || !item) throw new AppError("not-found", "The release has no item of this name.");
  const { filter, statistics } = found;
  const report = statistics.report.items.find((one) => one.item.id === item.id) ?? null;
  const { id, clause, mustPass, situation, question, choices } = item;
  return {
    ...{ filter, asOf: statistics.asOf, report, edition: statistics.release.editionId },
    item: { id, clause, mustPass, situation, question },
    choices: choices.map(({ id: choice, text, correct }) => ({ id: choice, text, correct })),
  };
});

export default function ItemStatisticsItem() {
  const { t } = useTranslation("statistics");
  const { moment } = useFormats();
  const { count, language } = useFigures();
  const { filter, asOf, report, edition, item, choices } = useLoaderData<typeof loader>();
  const least = count(statisticsLimits.fewestAnswers);
  return (
    <div className="flex flex-col items-start gap-6">
      <Link to={paths.itemStatistics(filter)} reloadDocument>
        {t("back")}
      </Link>
      <h1>{item.id}</h1>
      <p className="text-ink-2 flex flex-wrap gap-x-4">
        <Link to={paths.clause(edition, item.clause)} reloadDocument>
          {item.clause}
        </Link>
        {item.mustPass ? <span>{t("item.mustPass")}</span> : null}
        <span className="text-ink-3">{t("asOf", { at: moment(asOf) })}</span>
      </p>
      <div className="flex max-w-[66ch] flex-col gap-3">
        <p>{item.situation}</p>
        <p className="font-semibold">{item.question}</p>
      </div>
      {report?.figures ? <ItemAlarms alarms={report.alarms} /> : null}
      {report?.figures ? (
        <ItemFacts report={report} />
      ) : (
        <Notice tone="info">
          <strong>{t("empty.few.title")}</strong>
          <span>{t("item.few", { answers: count(report?.answers ?? 0), least })}</span>
        </Notice>
      )}
      <ChoicesTable choices={choices} shares={report?.choices ?? []} />
      {report?.figures ? (
        <>
          <GroupTable
            title={t("item.languages")}
            column={t("item.language")}
            groups={report.languages.map((group) => ({ ...group, name: language(group.name) }))}
          />
          <GroupTable title={t("item.regions")} column={t("item.region")} groups={report.regions} />
          <WeeklyTrend weeks={report.weeks} />
        </>
      ) : null}
    </div>
  );
}
