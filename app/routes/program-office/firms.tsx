import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isFirmOpen } from "#app/features/firms/firm-is-open.ts";
import { listFirms } from "#app/features/firms/list-firms.server.ts";
import { saveFirm } from "#app/features/firms/save-firm.server.ts";
import { pageOf } from "#app/features/teams/list-people.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { readPage } from "#app/routes/manager/people-query.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { FirmFields } from "./firm-fields.tsx";
import { FirmRows } from "./firm-rows.tsx";
import { firmValuesOf, problemsByColumn } from "./firm-values.ts";
import { useFigures } from "./use-figures.ts";

export const meta: MetaFunction = pageTitle("firms:list.title");

export const loader = pageLoader("firms:administer", async ({ app, request }) => {
  const query = new URL(request.url).searchParams;
  const q = query.get("q")?.trim().slice(0, 100) || null;
  const now = app.clock.now();
  const found = await listFirms(app.db, { q, now });
  const { rows, ...place } = pageOf(found, readPage(query.get("page")));
  return { q, ...place, rows: rows.map((firm) => ({ ...firm, open: isFirmOpen(firm, now) })) };
});

export const action = pageAction("firms:administer", async ({ app, form }) => {
  const values = firmValuesOf(form);
  try {
    const saved = await saveFirm({ ...app, values, firmId: null });
    if (!("problems" in saved)) return redirect(paths.officeFirm(saved.firmId, { done: "saved" }));
    return json({ values, problems: problemsByColumn(saved.problems), taken: false }, { status: 422 });
  } catch (error) {
    if (!(error instanceof AppError && error.code === "conflict")) throw error;
    return json({ values, problems: {}, taken: true }, { status: 409 });
  }
});

export default function FirmsPage() {
  const { t } = useTranslation("firms");
  const { count } = useFigures();
  const { q, total, page, pages, rows } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const at = (number: number) => paths.officeFirms({ q, page: number > 1 ? String(number) : null });
  return (
    <div className="flex flex-col gap-6">
      <h1>{t("list.title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("list.intro")}</p>
      <Form method="get" action={paths.officeFirms()} className="flex flex-wrap items-end gap-3">
        <label className="flex min-w-0 flex-1 basis-60 flex-col gap-1 sm:max-w-md">
          {t("list.search")}
          <input type="search" name="q" defaultValue={q ?? ""} className="field" maxLength={100} />
        </label>
        <button type="submit" className="button button-small">
          {t("list.show")}
        </button>
        {q ? <Link to={paths.officeFirms()}>{t("list.clear")}</Link> : null}
      </Form>
      {rows.length === 0 ? (
        <Notice tone="info">
          <strong>{t("list.none")}</strong>
          <span>{t("list.noneText")}</span>
        </Notice>
      ) : (
        <>
          <p>
            <strong>{t("list.count", { count: total })}</strong>
          </p>
          <FirmRows rows={rows} />
        </>
      )}
      {pages > 1 ? (
        <nav aria-label={t("list.pages")} className="flex flex-wrap gap-6">
          {page > 1 ? <Link to={at(page - 1)}>{t("list.previous")}</Link> : null}
          <span>{t("list.page", { page: count(page), pages: count(pages) })}</span>
          {page < pages ? <Link to={at(page + 1)}>{t("list.next")}</Link> : null}
        </nav>
      ) : null}
      <details className="panel" open={answer !== undefined}>
        <summary className="cursor-pointer font-semibold">{t("list.add")}</summary>
        <Form method="post" className="mt-4 flex flex-col gap-4 sm:max-w-xl" reloadDocument>
          {answer?.taken ? (
            <Notice tone="stop" alert>
              {t("form.taken")}
            </Notice>
          ) : null}
          <FirmFields values={answer?.values ?? null} problems={answer?.problems ?? {}} isNew />
          <button type="submit" className="button self-start">
            {t("form.add")}
          </button>
        </Form>
      </details>
    </div>
  );
}
