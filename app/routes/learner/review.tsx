import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ReviewTable } from "#app/features/assessments/review-table.tsx";
import { submitAttempt } from "#app/features/assessments/submit-attempt.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { requireOpenAttempt } from "./question.server.ts";

export const meta: MetaFunction = pageTitle("assessment:review.title");

export const loader = pageLoader("learning:own", async ({ app, viewer }) => {
  const { attempt, answered } = await requireOpenAttempt(app, viewer.person);
  return { attemptId: attempt.id, answered, closesAt: attempt.closesAt };
});

export const action = pageAction("learning:own", async ({ app, viewer, form }) => {
  const attemptId = String(form.get("attempt") ?? "");
  await submitAttempt({ ...app, personId: viewer.person.id, attemptId });
  return redirect(paths.result(attemptId));
});

export default function Review() {
  const { t } = useTranslation("assessment");
  const { moment } = useFormats();
  const { attemptId, answered, closesAt } = useLoaderData<typeof loader>();
  const open = answered.filter((done) => !done).length;
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <h1>{t("review.title")}</h1>
      <Notice tone={open > 0 ? "warn" : "ok"}>
        <p>{open > 0 ? t("review.incomplete", { count: open }) : t("review.complete")}</p>
        {closesAt === null ? null : <p>{t("closes", { when: moment(closesAt) })}</p>}
      </Notice>
      <div className="flex flex-wrap items-center gap-4">
        <Form method="post" reloadDocument>
          <input type="hidden" name="attempt" value={attemptId} />
          <button type="submit" className={open > 0 ? "button button-quiet" : "button"}>
            {t("review.submit")}
          </button>
        </Form>
        {open > 0 ? (
          <Link to={paths.question(answered.indexOf(false) + 1)} className="button">
            {t("review.back")}
          </Link>
        ) : null}
      </div>
      <ReviewTable answered={answered} hrefOf={paths.question} />
    </div>
  );
}
