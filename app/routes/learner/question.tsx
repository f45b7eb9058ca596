import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { QuestionForm } from "#app/features/assessments/question-form.tsx";
import { QuestionOverview } from "#app/features/assessments/question-overview.tsx";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { positionOf } from "#app/routes/position-of.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { loadQuestion, saveOrFindEnd } from "./question.server.ts";

export const meta: MetaFunction = pageTitle("assessment:question.title", (data) => data as Record<string, unknown>);

export const loader = pageLoader("learning:own", ({ app, viewer, params }) =>
  loadQuestion(app, { person: viewer.person, position: positionOf(params.position) }),
);

export const action = pageAction("learning:own", async ({ app, viewer, params, form }) => {
  const position = positionOf(params.position);
  const choice = form.get("choice");
  // The attempt is named by the form, so that an old page cannot answer a newer attempt.
  const attemptId = String(form.get("attempt") ?? "");
  if (typeof choice !== "string") return json({ missing: true }, { status: 422 });
  const endedAt = await saveOrFindEnd(app, { personId: viewer.person.id, attemptId, position, choice });
  if (endedAt) throw redirect(endedAt);
  const last = Number(form.get("total")) === position;
  return redirect(last ? paths.review() : paths.question(position + 1));
});

export default function QuestionPage() {
  const { t } = useTranslation("assessment");
  const { moment } = useFormats();
  const data = useLoaderData<typeof loader>();
  const missing = useActionData<typeof action>()?.missing;
  const { position, total } = data;
  const answered = data.answered.filter(Boolean).length;
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <div className="flex flex-col gap-2">
        <h1>{t("question.title", { position, total })}</h1>
        <p className="text-ink-3 text-[0.95rem]">{t("question.progress", { answered, total })}</p>
        {data.closesAt === null ? null : (
          <p className="text-ink-2 text-[0.95rem]">{t("question.closes", { when: moment(data.closesAt) })}</p>
        )}
      </div>
      <QuestionForm
        question={data}
        answers={{ name: "attempt", id: data.attemptId }}
        missing={missing === true}
        back={position > 1 ? paths.question(position - 1) : null}
      />
      <QuestionOverview answered={data.answered} position={position} hrefOf={paths.question} review={paths.review()} />
    </div>
  );
}
