import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QuestionForm } from "#app/features/assessments/question-form.tsx";
import { QuestionOverview } from "#app/features/assessments/question-overview.tsx";
import { saveCheckAnswer } from "#app/features/attendance/save-check-answer.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { positionOf } from "#app/routes/position-of.ts";
import { loadCheckQuestion } from "./check-question.server.ts";

export const meta: MetaFunction = pageTitle("assessment:question.title", (data) => data as Record<string, unknown>);

export const loader = pageLoader("attendance:own", ({ app, viewer, params }) =>
  loadCheckQuestion(app, { person: viewer.person, position: positionOf(params.position) }),
);

export const action = pageAction("attendance:own", async ({ app, viewer, params, form }) => {
  const position = positionOf(params.position);
  const choice = form.get("choice");
  const checkId = String(form.get("check") ?? "");
  if (typeof choice !== "string") return json({ missing: true }, { status: 422 });
  const saved = await saveCheckAnswer({ ...app, personId: viewer.person.id, checkId, position, choice });
  if (saved === "ended") throw redirect(paths.lateCheckResult(checkId));
  const last = Number(form.get("total")) === position;
  return redirect(last ? paths.partnerReview() : paths.partnerQuestion(position + 1));
});

export default function CheckQuestion() {
  const { t } = useTranslation("assessment");
  const data = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>()?.missing;
  const { position, total } = data;
  const answered = data.answered.filter(Boolean).length;
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1>{t("question.title", { position, total })}</h1>
        <p className="text-ink-3 text-[0.95rem]">{t("question.progress", { answered, total })}</p>
      </div>
      <QuestionForm
        question={data}
        answers={{ name: "check", id: data.checkId }}
        missing={missing === true}
        back={position > 1 ? paths.partnerQuestion(position - 1) : null}
      />
      <QuestionOverview
        answered={data.answered}
        position={position}
        hrefOf={paths.partnerQuestion}
        review={paths.partnerReview()}
      />
    </div>
  );
}
