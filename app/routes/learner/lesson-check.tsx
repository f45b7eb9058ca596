import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { startLessonCheck } from "#app/features/lessons/start-lesson-check.server.ts";
import { submitLessonCheck } from "#app/features/lessons/submit-lesson-check.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { loadLessonCheck, readCheckForm } from "./lesson-check.server.ts";
import { LessonCheckForm } from "./lesson-check-form.tsx";

export const meta: MetaFunction = pageTitle("lesson:check.title", (data) => data as { title: string });

export const loader = pageLoader("learning:own", ({ app, viewer, params }) =>
  loadLessonCheck(app, { personId: viewer.person.id, moduleId: params.moduleId ?? "" }),
);

export const action = pageAction("learning:own", async ({ app, viewer, params, form }) => {
  const given = { ...app, personId: viewer.person.id, moduleId: params.moduleId ?? "" };
  switch (form.get("intent")) {
    case "start":
      await startLessonCheck(given);
      break;
    case "submit": {
      const answers = readCheckForm(form);
      const result = await submitLessonCheck({ ...given, checkId: String(form.get("check") ?? ""), answers });
      if (result.state === "incomplete")
        return json({ open: result.positions, given: Object.fromEntries(answers) }, { status: 422 });
      break;
    }
    default:
      throw new AppError("validation-failed", "The page sent something that it does not offer.");
  }
  // The page itself says where the check stands, also to a second tab or a repeated post.
  return redirect(paths.lessonCheck(given.moduleId));
});

export default function LessonCheckPage() {
  const { t } = useTranslation("lesson");
  const data = useLoaderData<typeof loader>();
  const incomplete = useActionData<typeof action>();
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-6">
      <div className="flex flex-col gap-2">
        <p className="eyebrow">{t("check.eyebrow")}</p>
        <h1>{t("check.title", { title: data.title })}</h1>
      </div>
      {"questions" in data ? (
        <LessonCheckForm checkId={data.checkId} questions={data.questions} incomplete={incomplete ?? null} />
      ) : data.state === "offered" ? (
        <Offer moduleId={data.moduleId} teaches={data.teaches} count={data.count} />
      ) : (
        <Result {...data} />
      )}
    </div>
  );
}

function Offer({ moduleId, teaches, count }: { moduleId: string; teaches: string[]; count: number }) {
  const { t } = useTranslation("lesson");
  return (
    <>
      <ul className="flex list-disc flex-col gap-2 pl-6">
        <li>{t("check.rules.count", { count, clauses: teaches.join(", ") })}</li>
        <li>{t("check.rules.all")}</li>
        <li>{t("check.rules.once")}</li>
        <li>{t("check.rules.after")}</li>
      </ul>
      <Form method="post" reloadDocument className="flex flex-wrap items-center gap-4">
        <button type="submit" name="intent" value="start" className="button">
          {t("check.start")}
        </button>
        <Link to={paths.lesson(moduleId)}>{t("check.read")}</Link>
      </Form>
    </>
  );
}

type ResultProps = { state: string; moduleId: string; title: string; next: { title: string; href: string } | null };

function Result({ state, moduleId, title, next }: ResultProps) {
  const { t } = useTranslation("lesson");
  const passed = state === "passed";
  return (
    <>
      <Notice tone={passed ? "ok" : "warn"}>
        <strong>{t(passed ? "check.passedTitle" : "check.failedTitle")}</strong>
        <p>{t(passed ? "check.passedText" : "check.failedText", { title })}</p>
      </Notice>
      <p className="flex flex-wrap items-center gap-4">
        {passed && next ? (
          <Link to={next.href} className="button">
            {t("check.next", { title: next.title })}
          </Link>
        ) : null}
        {passed ? null : (
          <Link to={paths.lesson(moduleId)} className="button">
            {t("check.read")}
          </Link>
        )}
        <Link to={paths.home()}>{t("check.toPath")}</Link>
      </p>
    </>
  );
}
