import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { isFirmOpen } from "#app/features/firms/firm-is-open.ts";
import { getFirm } from "#app/features/firms/get-firm.server.ts";
import { paths } from "#app/platform/paths.ts";
import { doneQuery, readDone } from "#app/routes/firms/done.ts";
import { DoneNotice } from "#app/routes/firms/done-notice.tsx";
import { loadFirmPeople } from "#app/routes/firms/firm-people.server.ts";
import { FirmPeople } from "#app/routes/firms/firm-people.tsx";
import { InviteForm } from "#app/routes/firms/invite-form.tsx";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { actOnFirm } from "./firm-actions.server.ts";
import { FirmFields } from "./firm-fields.tsx";
import { valuesOfFirm } from "./firm-values.ts";

export const meta: MetaFunction = pageTitle("firms:list.title");

export const loader = pageLoader("firms:administer", async ({ app, params, request }) => {
  const firm = await getFirm(app.db.read, params.firmId ?? "");
  const { members, ...people } = await loadFirmPeople(app, { firmId: firm.id, request });
  return {
    ...{ id: firm.id, name: firm.name, values: valuesOfFirm(firm), open: isFirmOpen(firm, app.clock.now()) },
    ...{ done: readDone(request), people: { ...people, total: members.length } },
  };
});

export const action = pageAction("firms:administer", async ({ app, viewer, params, form }) => {
  const { id: firmId } = await getFirm(app.db.read, params.firmId ?? "");
  const result = await actOnFirm({ app, viewer, firmId, form });
  return "done" in result ? redirect(paths.officeFirm(firmId, doneQuery(result))) : result.answer;
});

export default function OfficeFirmPage() {
  const { t } = useTranslation("firms");
  const { id, name, values, open, done, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const invite = answer && "problem" in answer ? answer : null;
  const saving = answer && "problems" in answer ? answer : null;
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-3">
        <p>
          <Link to={paths.officeFirms()}>{t("firm.back")}</Link>
        </p>
        <h1>{name}</h1>
      </div>
      <DoneNotice done={done} />
      {open ? null : (
        <Notice tone="warn">
          <strong>{t("firm.closedTitle")}</strong>
          <span>{t("firm.closedText")}</span>
        </Notice>
      )}
      <FirmPeople people={people} open={open} office pathOf={(filter) => paths.officeFirm(id, filter)} />
      {open ? <InviteForm problem={invite} /> : null}
      <section className="panel flex flex-col gap-4">
        <h2>{t("form.title")}</h2>
        <Form method="post" className="flex flex-col gap-4 sm:max-w-xl" reloadDocument>
          <input type="hidden" name="intent" value="save" />
          <FirmFields values={saving?.values ?? values} problems={saving?.problems ?? {}} />
          <button type="submit" className="button self-start">
            {t("form.save")}
          </button>
        </Form>
      </section>
    </div>
  );
}
