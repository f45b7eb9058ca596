import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listWork } from "#app/features/work/read-work.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { LiveWork } from "./live-work.tsx";
import { startingPlaces } from "./started-from.ts";
import { workRow } from "./work-row.ts";
import { workScopeOf } from "./work-scope-of.ts";
import { WorkProgress, WorkStatePill, workTitle } from "./work-state.tsx";

export const meta: MetaFunction = pageTitle("work:title");

export const loader = pageLoader("work:own", async ({ app, viewer }) => {
  const scope = workScopeOf(viewer);
  const rows = await listWork(app.db.read, { scope });
  return { everybody: scope === "everybody", rows: rows.map(workRow), places: startingPlaces(viewer.roles) };
});

export default function WorkPage() {
  const { t } = useTranslation("work");
  const { moment } = useFormats();
  const { everybody, rows, places } = useLoaderData<typeof loader>();
  const open = rows.filter(({ state }) => state === "waiting" || state === "running").length;
  return (
    <div className="flex flex-col items-start gap-6">
      <p className="no-print flex flex-wrap gap-x-6">
        {places.map(({ to, title }) => (
          <Link key={to} to={to}>
            {t(title)}
          </Link>
        ))}
      </p>
      <h1>{t("title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("intro")}</p>
      {everybody ? <Link to={paths.schedule()}>{t("schedule.title")}</Link> : null}
      <LiveWork open={open > 0} said={t("open", { count: open })} lost={t("lost")}>
        {rows.length === 0 ? (
          <Notice tone="info">
            <strong>{t("none.title")}</strong>
            <span>{t("none.text")}</span>
          </Notice>
        ) : (
          <ul className="flex w-full flex-col">
            {rows.map((row) => (
              <li
                key={row.id}
                className="border-line grid gap-x-6 gap-y-2 border-b py-3 md:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]"
              >
                <span className="flex flex-col gap-0.5">
                  <Link to={paths.workItem(row.id)} className="font-semibold">
                    {workTitle(t, row)}
                  </Link>
                  <span className="text-ink-3 text-[0.95rem]">
                    {everybody && row.name ? `${row.name} · ` : null}
                    {moment(row.createdAt)}
                  </span>
                </span>
                <span className="flex flex-col items-start gap-1">
                  <WorkStatePill row={row} />
                  <WorkProgress row={row} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </LiveWork>
    </div>
  );
}
