import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listWork } from "#app/features/work/read-work.server.ts";
import { startWork } from "#app/features/work/start-work.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { workRow } from "#app/routes/work/work-row.ts";
import { RecentWork } from "./recent-work.tsx";

export const meta: MetaFunction = pageTitle("work:publish.title");

const shown = 5;

export const loader = pageLoader("content:publish", async ({ app }) => {
  const rows = await listWork(app.db.read, { scope: "everybody", kinds: ["content_check", "content_publish"] });
  return { recent: rows.slice(0, shown).map(workRow) };
});

/** Starts a check of the content, or the publish of the very content that a check has looked at. */
export const action = pageAction("content:publish", async ({ app, viewer, form }) => {
  const personId = viewer.person.id;
  if (form.get("intent") === "check")
    return redirect(paths.workItem(await startWork(app, { kind: "content_check", input: {}, personId })));
  const releaseId = form.get("release");
  if (typeof releaseId !== "string" || !/^[0-9a-f]{64}$/.test(releaseId))
    throw new AppError("validation-failed", "Check the content first; what was checked can be published from there.");
  return redirect(paths.workItem(await startWork(app, { kind: "content_publish", input: { releaseId }, personId })));
});

export default function PublishPage() {
  const { t } = useTranslation("work");
  const { recent } = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col items-start gap-6">
      <h1>{t("publish.title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("publish.intro")}</p>
      <Form method="post">
        <button type="submit" name="intent" value="check" className="button">
          {t("publish.check")}
        </button>
      </Form>
      <RecentWork title={t("publish.recent")} rows={recent} />
      <p>
        <Link to={paths.work()}>{t("all")}</Link>
      </p>
    </div>
  );
}
