import { json, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import { ClauseMentions } from "#app/features/lessons/clause-mentions.tsx";
import { completeLesson } from "#app/features/lessons/complete-lesson.server.ts";
import { LessonContents } from "#app/features/lessons/lesson-contents.tsx";
import { headingsBefore, lessonParts } from "#app/features/lessons/lesson-parts.ts";
import { markHeadings } from "#app/features/lessons/mark-headings.server.ts";
import { PartEnd } from "#app/features/lessons/part-end.tsx";
import { PlaceReporter } from "#app/features/lessons/place-reporter.tsx";
import { PractisedBody } from "#app/features/lessons/practised-body.tsx";
import { reviewLesson } from "#app/features/lessons/review-lesson.server.ts";
import type { ContentNode } from "#app/features/programs/release-content.ts";
import { answerScenario } from "#app/features/scenarios/answer-scenario.server.ts";
import { readScenarioAnswer } from "#app/features/scenarios/read-scenario-answer.ts";
import { feedbackAnchor } from "#app/features/scenarios/scenario-form.tsx";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { loadLesson } from "./lesson.server.ts";
import { LessonEnd } from "./lesson-end.tsx";
import { TestOutOffer } from "./test-out-offer.tsx";

export const meta: MetaFunction = pageTitle("{{title}}", (data) => data as { title: string });

export const loader = pageLoader("learning:own", async ({ app, viewer, params, request }) => ({
  ...(await loadLesson(app, { personId: viewer.person.id, moduleId: params.moduleId ?? "" })),
  phone: /\bMobi/.test(request.headers.get("user-agent") ?? ""),
}));

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
        const given = Object.fromEntries([...form].map(([name, value]) => [name, String(value)]));
        return json({ incomplete: { scenarioId, given } }, { status: 422 });
      }
      await markHeadings({ ...app, personId, moduleId, headings: ({ body }) => headingsBefore(body, scenarioId) });
      return redirect(`${page}#${feedbackAnchor(scenarioId)}`);
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
  const { lesson, rules, read } = data;
  const { opening, parts } = lessonParts(lesson.body);
  const readParts = new Set(data.readParts);
  return (
    <article className="lesson">
      <p className="print-only font-ui">{t("lesson:print.release", data.program)}</p>
      <p className="eyebrow font-ui mt-0!">
        {t("lesson.eyebrow", {
          order: lesson.order,
          total: data.modules,
          minutes: t("common:minutesLong", { count: lesson.minutes }),
        })}
      </p>
      <h1 className="mt-2">{lesson.title}</h1>
      <p className="font-ui text-ink-3 text-[0.95rem]">
        {t("lesson.teaches", { clauses: "" })}
        <ClauseMentions clauses={lesson.teaches} rules={rules} />
      </p>
      <TestOutOffer moduleId={lesson.id} {...data.testOut} read={read} />
      {parts.length > 1 ? <LessonContents parts={parts} read={readParts} open={!data.phone} done={read} /> : null}
      <LessonText nodes={opening} />
      {parts.map(({ slug, nodes }) => (
        <Fragment key={slug}>
          <LessonText nodes={nodes} />
          {read ? null : <PartEnd moduleId={lesson.id} slug={slug} read={readParts.has(slug)} />}
        </Fragment>
      ))}
      <LessonEnd {...data} testedOut={data.testOut.state === "passed"} />
      {read || parts.length === 0 ? null : <PlaceReporter moduleId={lesson.id} />}
    </article>
  );
}

function LessonText({ nodes }: { nodes: ContentNode[] }) {
  const { rules, scenarios } = useLoaderData<typeof loader>();
  const incomplete = useActionData<typeof action>()?.incomplete;
  return <PractisedBody nodes={nodes} rules={rules} scenarios={scenarios} incomplete={incomplete} />;
}
