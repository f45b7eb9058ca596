import { type MetaFunction, redirect } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { listImportWork, startImport } from "./people-import.server.ts";
import { RecentWork } from "./recent-work.tsx";

export const meta: MetaFunction = pageTitle("work:import.title");

const refusals = ["none", "large", "busy", "unreadable"] as const;

export const loader = pageLoader("people:import", async ({ app, request }) => {
  const given = new URL(request.url).searchParams.get("refused");
  return { refused: refusals.find((one) => one === given) ?? null, recent: await listImportWork(app) };
});

/** Applies what a preview has shown. */
export const action = pageAction("people:import", async ({ app, viewer, form }) =>
  redirect(
    paths.workItem(
      await startImport(app, { personId: viewer.person.id, previewId: String(form.get("preview") ?? "") }),
    ),
  ),
);

export default function PeopleImportPage() {
  const { t } = useTranslation("work");
  const { refused, recent } = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col items-start gap-6">
      <h1>{t("import.title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("import.intro")}</p>
      {refused ? (
        <Notice tone="stop" alert>
          <strong>{t("import.refused.title")}</strong>
          <span>{t(`import.refused.${refused}`)}</span>
        </Notice>
      ) : null}
      <form
        method="post"
        action={paths.peopleImportFile()}
        encType="multipart/form-data"
        className="panel flex w-full max-w-[66ch] flex-col items-start gap-4"
      >
        <label className="flex w-full flex-col gap-1 font-semibold">
          {t("import.file")}
          <input type="file" name="file" accept=".csv,text/csv" required className="field font-normal" />
          <span className="text-ink-3 text-[0.95rem] font-normal">{t("import.hint")}</span>
        </label>
        <button type="submit" className="button">
          {t("import.upload")}
        </button>
      </form>
      <RecentWork title={t("import.recent")} rows={recent} />
      <p>
        <Link to={paths.work()}>{t("all")}</Link>
      </p>
    </div>
  );
}
