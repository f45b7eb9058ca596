import { sortByAlarm } from "#app/features/item-statistics/sort-by-alarm.ts";
import { writeStatisticsCsv } from "#app/features/item-statistics/write-statistics-csv.ts";
import { fileLoader } from "#app/routes/page-handlers.server.ts";
import { loadStatistics } from "./item-statistics.server.ts";

export const loader = fileLoader("items:statistics", async ({ app, request }) => {
  const found = await loadStatistics(app, request);
  return new Response(writeStatisticsCsv(sortByAlarm(found?.statistics.report.items ?? [])), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="item-statistics.csv"',
      "cache-control": "no-store",
    },
  });
});
