import type { MetaFunction } from "@remix-run/node";
import { Form, Link, redirect, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isAllowed } from "#app/features/access/roles.ts";
import { cancelWork } from "#app/features/work/cancel-work.server.ts";
import { getWork } from "#app/features/work/read-work.server.ts";
import { listedWork } from "#app/features/work/work-list.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { LiveWork } from "./live-work.tsx";
import { startedFrom } from "./started-from.ts";
import { WorkFiles } from "./work-files.tsx";
import { WorkNextStep } from "./work-next-step.tsx";
import { WorkOutcome } from "./work-outcome.tsx";
import { workRow } from "./work-row.ts";
import { workScopeOf } from "./work-scope-of.ts";
import { WorkProgress, WorkStatePill, workTitle } from "./work-state.tsx";

export const meta: MetaFunction = pageTitle("work:title");

export const loader = pageLoader("work:own", async ({ app, viewer, params }) => {
  const found = await getWork(app.db.read, { workId: params.workId ?? "", scope: workScopeOf(viewer) });
  const permission = listedWork(found.kind)?.permission;
  const mayOpen = permission !== undefined && isAllowed(viewer.roles, permission);
  return {
    row: workRow(found),
    files: mayOpen && found.state !== "running" ? found.files.filter(({ role }) => role !== "input") : [],
    mayGoOn: mayOpen,
    mine: found.personId === viewer.person.id,
  };
});

export const action = pageAction("work:own", async ({ app, viewer, params, form }) => {
  const workId = params.workId ?? "";
  if (form.get("intent") === "cancel") await cancelWork(app, { workId, scope: workScopeOf(viewer) });
  return redirect(paths.workItem(workId));
});

export default function WorkItemPage() {
  const { t } = useTranslation("work");
  const { moment } = useFormats();
  const { row, files, mayGoOn, mine } = useLoaderData<typeof loader>();
  const from = startedFrom(row.kind);
  const open = row.state === "waiting" || row.state === "running";
  const facts = [
    [t("fact.startedBy"), row.name ?? t("fact.nobody")],
    [t("fact.askedAt"), moment(row.createdAt)],
    [t("fact.startedAt"), moment(row.startedAt)],
    [t("fact.endedAt"), moment(row.endedAt)],
  ].filter(([, value]) => value);
  return (
    <div className="flex flex-col items-start gap-6">
      <p className="no-print flex flex-wrap gap-x-6">
        {mayGoOn ? <Link to={from.to}>{t(from.title)}</Link> : null}
        <Link to={paths.work()}>{t("title")}</Link>
      </p>
      <h1>{workTitle(t, row)}</h1>
      <LiveWork open={open} said={t(`state.${row.state}`)} lost={t("lost")}>
        <div className="panel flex flex-col items-start gap-4">
          <WorkStatePill row={row} />
          <WorkProgress row={row} />
          {open ? <p className="text-ink-2">{t("leave")}</p> : null}
          <dl className="facts">
            {facts.map(([label, value]) => (
              <div key={label} className="contents">
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {row.mayCancel ? (
            <Form method="post">
              <button type="submit" name="intent" value="cancel" className="button button-small button-quiet">
                {t("cancel")}
              </button>
            </Form>
          ) : null}
        </div>
        <WorkOutcome row={row} />
        <WorkFiles workId={row.id} files={files} />
        {mayGoOn ? <WorkNextStep row={row} mine={mine} /> : null}
      </LiveWork>
    </div>
  );
}
