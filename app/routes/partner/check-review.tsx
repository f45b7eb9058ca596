import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ReviewTable } from "#app/features/assessments/review-table.tsx";
import { submitPartnerCheck } from "#app/features/attendance/submit-partner-check.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { requireOpenCheck } from "./check-question.server.ts";

export const meta: MetaFunction = pageTitle("assessment:review.title");

export const loader = pageLoader("attendance:own", async ({ app, viewer }) => {
  const { check, answered } = await requireOpenCheck(app, viewer.person);
  return { checkId: check.id, answered };
});

export const action = pageAction("attendance:own", async ({ app, viewer, form }) => {
  const checkId = String(form.get("check") ?? "");
  await submitPartnerCheck({ ...app, personId: viewer.person.id, checkId });
  return redirect(paths.partnerResult(checkId));
});

export default function CheckReview() {
  const { t } = useTranslation("assessment");
  const { checkId, answered } = useLoaderData<typeof loader>();
  const open = answered.filter((done) => !done).length;
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <h1>{t("review.title")}</h1>
      <Notice tone={open > 0 ? "warn" : "ok"}>
        {open > 0 ? t("review.incomplete", { count: open }) : t("review.complete")}
      </Notice>
      <div className="flex flex-wrap items-center gap-4">
        <Form method="post" reloadDocument>
          <input type="hidden" name="check" value={checkId} />
          <button type="submit" className={open > 0 ? "button button-quiet" : "button"}>
            {t("partner:check.submit")}
          </button>
        </Form>
        {open > 0 ? (
          <Link to={paths.partnerQuestion(answered.indexOf(false) + 1)} className="button">
            {t("review.back")}
          </Link>
        ) : null}
      </div>
      <ReviewTable answered={answered} hrefOf={paths.partnerQuestion} />
    </div>
  );
}
