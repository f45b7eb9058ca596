import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { LessonBody } from "#app/features/lessons/lesson-body.tsx";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { readScenarioAnswer } from "#app/features/scenarios/read-scenario-answer.ts";
import { ScenarioForm, scenarioAnchor } from "#app/features/scenarios/scenario-form.tsx";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { loadLesson } from "./lesson.server.ts";
import { LessonEnd } from "./lesson-end.tsx";

export const meta: MetaFunction = pageTitle("{{title}}", (data) => data as { title: string });

export const loader = pageLoader("learning:own", ({ app, viewer, params }) =>
  loadLesson(app, { personId: viewer.person.id, moduleId: params.moduleId ?? "" }),
);

export const action = pageAction("learning:own", async ({ app, viewer, params, form }) => {
  const personId = viewer.person.id;
  const moduleId = params.moduleId ?? "";
  const page = paths.lesson(moduleId);
  switch (form.get("intent")) {
    case "answer": {
      const scenarioId = String(form.get("scenario") ?? "");
      try {
        await answerScenario({ ...app, personId, scenarioId, answer: readScenarioAnswer(form) });
      } catch (error) {
        if (!(error instanceof AppError && error.code === "validation-failed")) throw error;
        return json({ incomplete: scenarioId }, { status: 422 });
      }
      return redirect(`${page}#${scenarioAnchor(scenarioId)}`);
    }
    case "done": {
      const result = await completeLesson({ ...app, personId, moduleId });
      return redirect(result.state === "practice-left" ? `${page}?left#end` : `${page}#end`);
    }
    case "review":
      await reviewLesson({ ...app, personId, moduleId });
      return redirect(`${page}#end`);
    default:
      throw new AppError("validation-failed", "The page sent something that it does not offer.");
  }
});

export default function LessonPage() {
  const { t } = useTranslation("learning");
  const data = useLoaderData<typeof loader>();
  const incomplete = useActionData<typeof action>()?.incomplete;
  const { lesson, editionId, clauses, scenarios } = data;
  return (
    <article className="lesson">
      <p className="eyebrow font-ui mt-0!">
        {t("lesson.eyebrow", {
          order: lesson.order,
          total: data.modules,
          minutes: t("common:minutesLong", { count: lesson.minutes }),
        })}
      </p>
      <h1 className="mt-2">{lesson.title}</h1>
      <p className="font-ui text-ink-3 text-[0.95rem]">{t("lesson.teaches", { clauses: lesson.teaches.join(", ") })}</p>
      <LessonBody
        nodes={lesson.body}
        editionId={editionId}
        clauses={clauses}
        practice={(id) => {
          const shown = scenarios.find(({ scenario }) => scenario.id === id);
          return shown ? (
            <ScenarioForm
              {...shown}
              number={scenarios.indexOf(shown) + 1}
              total={scenarios.length}
              editionId={editionId}
              incomplete={incomplete === id}
            />
          ) : null;
        }}
      />
      <LessonEnd {...data} />
    </article>
  );
}
