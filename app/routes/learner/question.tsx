import { json, type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { loadQuestion, positionOf, saveOrFindEnd } from "./question.server.ts";

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
  const { position, total, choices, attemptId } = data;
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
      <p className="text-[1.05rem]">{data.situation}</p>
      <Form method="post" reloadDocument key={position} className="flex flex-col gap-5">
        <input type="hidden" name="attempt" value={attemptId} />
        <input type="hidden" name="total" value={total} />
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-2.5 text-[1.05rem] font-semibold">{data.question}</legend>
          {missing ? (
            <Notice tone="warn" alert>
              {t("question.missing")}
            </Notice>
          ) : null}
          {choices.map(({ token, text }) => (
            <label key={token} className="choice">
              <input type="radio" name="choice" value={token} defaultChecked={data.chosen === token} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <p className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button">
            {t(position === total ? "question.saveLast" : "question.save")}
          </button>
          {position > 1 ? <Link to={paths.question(position - 1)}>{t("question.back")}</Link> : null}
        </p>
      </Form>
      <Overview answered={data.answered} position={position} />
    </div>
  );
}

function Overview({ answered, position }: { answered: boolean[]; position: number }) {
  const { t } = useTranslation("assessment");
  return (
    <nav aria-label={t("question.overview")} className="border-line flex flex-col gap-3 border-t pt-5">
      <ol className="flex flex-wrap gap-2">
        {answered.map((done, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place in the form
          <li key={index}>
            <Link
              to={paths.question(index + 1)}
              aria-label={t(done ? "question.answered" : "question.open", { position: index + 1 })}
              aria-current={index + 1 === position ? "page" : undefined}
              className={`flex size-9 items-center justify-center rounded-lg border-[1.5px] text-sm tabular-nums no-underline ${done ? "bg-accent text-accent-ink border-accent" : "border-edge text-ink"} aria-[current=page]:outline-accent aria-[current=page]:outline-2 aria-[current=page]:outline-offset-2`}
            >
              {index + 1}
            </Link>
          </li>
        ))}
      </ol>
      <p>
        <Link to={paths.review()}>{t("question.review")}</Link>
      </p>
    </nav>
  );
}
