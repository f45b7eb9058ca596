import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { completeDuty } from "#app/features/duties/complete-duty.server.ts";
import { PractisedBody } from "#app/features/lessons/practised-body.tsx";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { readScenarioAnswer } from "#app/features/scenarios/read-scenario-answer.ts";
import { feedbackAnchor } from "#app/features/scenarios/scenario-form.tsx";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { loadDuty, requireManager } from "./duty.server.ts";

type DutyData = { lesson: { title: string } };

export const meta: MetaFunction = pageTitle("{{title}}", (data) => ({ title: (data as DutyData).lesson.title }));

export const loader = pageLoader("account:own", async ({ app, viewer, params }) =>
  loadDuty(app, { personId: requireManager(viewer), moduleId: params.moduleId ?? "" }),
);

export const action = pageAction("account:own", async ({ app, viewer, params, form }) => {
  const personId = requireManager(viewer);
  const moduleId = params.moduleId ?? "";
  const page = paths.duty(moduleId);
  switch (form.get("intent")) {
    case "answer": {
      const scenarioId = String(form.get("scenario") ?? "");
      try {
        await answerScenario({ ...app, personId, scenarioId, answer: readScenarioAnswer(form), duty: true });
      } catch (error) {
        if (!(error instanceof AppError && error.code === "validation-failed")) throw error;
        const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
        return json({ incomplete: { scenarioId, given } }, { status: 422 });
      }
      return redirect(`${page}#${feedbackAnchor(scenarioId)}`);
    }
    case "done":
      await completeDuty({ ...app, personId, moduleId });
      return redirect(`${page}#end`);
    default:
      throw new AppError("validation-failed", "The page sent something that it does not offer.");
  }
});

export default function DutyPage() {
  const { t } = useTranslation("duties");
  const { lesson, rules, scenarios, ...state } = useLoaderData<typeof loader>();
  const incomplete = useActionData<typeof action>()?.incomplete;
  return (
    <article className="lesson">
      <p className="eyebrow font-ui mt-0!">
        {t("eyebrow", { minutes: t("common:minutesLong", { count: lesson.minutes }) })}
      </p>
      <h1 className="mt-2">{lesson.title}</h1>
      <PractisedBody nodes={lesson.body} rules={rules} scenarios={scenarios} incomplete={incomplete} />
      <DutyEnd {...state} />
    </article>
  );
}

function DutyEnd({ read, practiceLeft }: { read: boolean; practiceLeft: number }) {
  const { t } = useTranslation("duties");
  return (
    <section
      id="end"
      className="font-ui border-line mt-12 flex scroll-mt-6 flex-col items-start gap-4 border-t pt-6 text-base"
    >
      <h2 className="mt-0!">{t("learning:lesson.doneTitle")}</h2>
      {read ? <Notice tone="ok">{t("learning:lesson.done")}</Notice> : null}
      {!read && practiceLeft > 0 ? (
        <p className="mt-0!">{t("learning:lesson.practiceLeft", { count: practiceLeft })}</p>
      ) : null}
      {!read && practiceLeft === 0 ? (
        <Form method="post" reloadDocument>
          <button type="submit" name="intent" value="done" className="button">
            {t("learning:lesson.doneButton")}
          </button>
        </Form>
      ) : null}
      <p className="mt-0!">
        <Link to={paths.home()}>{t("toHome")}</Link>
      </p>
    </section>
  );
}
