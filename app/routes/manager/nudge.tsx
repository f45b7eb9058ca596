import { json, type MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData, useLocation } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MailPreview } from "#app/features/notices/mail-preview.tsx";
import { mostNudgeWords } from "#app/features/notices/nudge-words.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFigures } from "#app/routes/program-office/use-figures.ts";
import { describedBy, FormField } from "#app/ui/form-field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { loadNudge, sendNudge } from "./nudge.server.ts";
import { NudgeRefused } from "./nudge-refused.tsx";

export const meta: MetaFunction = pageTitle("notices:nudge.title");

export const loader = pageLoader("team:nudge", ({ app, viewer, request }) => loadNudge(app, viewer, request));

export const action = pageAction("team:nudge", async ({ app, viewer, request, form }) =>
  json(await sendNudge(app, viewer, request, form), { status: 422 }),
);

type NudgeData = Awaited<ReturnType<typeof loadNudge>>;
type Plan = Extract<NudgeData, { view: "plan" }>;

export default function NudgePage() {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const data = useLoaderData<typeof loader>() as NudgeData;
  return (
    <div className="flex flex-col gap-6">
      <p>
        <Link to={paths.teamPeople()}>{t("nudge.back")}</Link>
      </p>
      <h1>{t("nudge.title")}</h1>
      {data.view === "too-many" ? (
        <Notice tone="info">
          <strong>{t("nudge.tooMany", { shown: count(data.people), most: count(200) })}</strong>
        </Notice>
      ) : null}
      {data.view === "done" ? (
        <>
          <Notice tone="ok" alert>
            <strong>{t("nudge.sent", { count: data.sent })}</strong>
            <span>{t("nudge.sentText")}</span>
          </Notice>
          <NudgeRefused refused={data.refused} />
        </>
      ) : null}
      {data.view === "plan" ? <NudgePlan {...data} /> : null}
    </div>
  );
}

function NudgePlan(plan: Plan) {
  const { t } = useTranslation("notices");
  const { open, refused, example } = plan;
  return (
    <>
      {open.length === 0 ? (
        <Notice tone="info">
          <strong>{t("nudge.nobody")}</strong>
          <span>{t("nudge.nobodyText")}</span>
        </Notice>
      ) : (
        <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <div className="flex min-w-0 flex-col gap-6">
            <p className="text-ink-2 max-w-[66ch]">{t("nudge.intro")}</p>
            <NudgeForm {...plan} />
            <section className="flex flex-col gap-2">
              <h2>{t("nudge.count", { count: open.length })}</h2>
              <ul className="flex flex-wrap gap-x-5 gap-y-1">
                {open.map(({ employeeId, name }) => (
                  <li key={employeeId}>
                    <a href={paths.teamPerson(employeeId)}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          </div>
          {example ? (
            <section className="flex min-w-0 flex-col gap-3">
              <h2>{t("nudge.previewOf", { name: example.name })}</h2>
              <MailPreview content={example.content} />
            </section>
          ) : null}
        </div>
      )}
      <NudgeRefused refused={refused} />
    </>
  );
}

/** One form: a button shows the mail with the words in it, the other sends it. */
function NudgeForm({ batchId, open, text, tooLong }: Plan) {
  const { t } = useTranslation("notices");
  const { search } = useLocation();
  const posted = useActionData<typeof action>();
  const refused = tooLong || posted !== undefined;
  const errors = refused ? [t("nudge.wordsLong", { most: mostNudgeWords })] : undefined;
  return (
    <Form method="post" action={`${paths.nudge()}${search}`} reloadDocument className="flex flex-col gap-4">
      <input type="hidden" name="token" value={batchId} />
      {/* Read when the words are shown: then the form becomes the URL. */}
      {open.map(({ employeeId }) => (
        <input key={employeeId} type="hidden" name="id" value={employeeId} />
      ))}
      <FormField
        id="words"
        label={t("nudge.words")}
        hint={t("nudge.wordsHint", { most: mostNudgeWords })}
        errors={errors}
      >
        <textarea
          id="words"
          name="words"
          rows={4}
          defaultValue={posted?.text ?? text}
          className="field"
          {...describedBy("words", { hint: true, errors })}
        />
      </FormField>
      <p className="flex flex-wrap gap-3">
        <button type="submit" className="button">
          {t("nudge.send", { count: open.length })}
        </button>
        <button type="submit" formMethod="get" formAction={paths.nudge()} className="button button-quiet">
          {t("nudge.update")}
        </button>
      </p>
    </Form>
  );
}
