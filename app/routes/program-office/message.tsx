import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { clearRefusal } from "#app/features/messages/clear-refusal.server.ts";
import { getMessage } from "#app/features/messages/get-message.server.ts";
import { MessageBody } from "#app/features/messages/message-body.tsx";
import { MessageStatePill } from "#app/features/messages/message-state.tsx";
import { resendMessage } from "#app/features/messages/resend-message.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { MessageTries } from "./message-tries.tsx";
import { useFigures } from "./use-figures.ts";
import { isRung, useStepName } from "./use-step-name.ts";

export const meta: MetaFunction = pageTitle("messages:title");

export const loader = pageLoader("messages:manage", async ({ app, params, request }) => {
  const found = await getMessage(app.db.read, params.messageId ?? "");
  const { unsubscribeToken: _, searchText: __, claimedBy: ___, ...message } = found.message;
  const done = new URL(request.url).searchParams.get("done");
  return { ...found, message, done: done === "resent" || done === "cleared" ? done : null };
});

export const action = pageAction("messages:manage", async ({ app, viewer, params, form }) => {
  const { db, clock } = app;
  const messageId = params.messageId ?? "";
  const by = viewer.person.employeeId ?? viewer.person.externalId ?? viewer.person.id;
  switch (form.get("intent")) {
    case "resend":
      await resendMessage({ db, clock, messageId, by });
      return redirect(`${paths.message(messageId)}?done=resent`);
    case "clear": {
      const { message } = await getMessage(db.read, messageId);
      await clearRefusal({ db, clock, address: message.toAddress, by });
      return redirect(`${paths.message(messageId)}?done=cleared`);
    }
    default:
      throw new AppError("validation-failed", "The form does not say what is wanted.");
  }
});

export default function MessagePage() {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  const stepName = useStepName();
  const { language } = useFigures();
  const { message, tries, refusal, employeeId, cause, resend, done } = useLoaderData<typeof loader>();
  const { state, outcome, content } = message;
  const facts = [
    [t("facts.to"), message.toName],
    [t("facts.address"), message.toAddress],
    [t("facts.reason"), t(`reason.${message.reason}`, { defaultValue: message.reason })],
    [t("facts.step"), isRung(message.step) ? stepName(message.step) : ""],
    [t("facts.cause"), cause],
    [t("facts.written"), moment(message.createdAt)],
    [t("facts.due"), state === "waiting" ? moment(message.dueAt) : ""],
    [t("facts.ended"), moment(message.endedAt)],
    [t("facts.language"), language(message.language)],
    [t("facts.optional"), t(message.optional ? "facts.yes" : "facts.no")],
    [t("facts.said"), message.said ?? ""],
  ] as const;
  return (
    <div className="flex flex-col gap-8">
      <p>
        <Link to={paths.messages()}>{t("back")}</Link>
      </p>
      {done ? (
        <Notice tone="ok" alert>
          {t(done === "resent" ? "resend.done" : "refusal.done")}
        </Notice>
      ) : null}
      <header className="flex max-w-[66ch] flex-col items-start gap-3">
        <h1>{content.subject}</h1>
        <MessageStatePill state={state} />
        {outcome ? (
          <p>
            {t(`outcome.${outcome}`)} {state === "dead" ? t(`next_step.${outcome}`) : null}
          </p>
        ) : null}
        {resend === "possible" && !refusal ? (
          <Form method="post" reloadDocument>
            <button type="submit" name="intent" value="resend" className="button">
              {t("resend.button")}
            </button>
          </Form>
        ) : null}
        {resend === "secret" ? <p className="text-ink-2">{t("resend.secret")}</p> : null}
      </header>
      {refusal ? (
        <Notice tone="warn">
          <strong>{t("refusal.here", { at: moment(refusal.refusedAt) })}</strong>
          <span>{refusal.said}</span>
          <Form method="post" reloadDocument className="pt-2">
            <button type="submit" name="intent" value="clear" className="button button-small button-quiet">
              {t("refusal.button")}
            </button>
          </Form>
        </Notice>
      ) : null}
      <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_340px]">
        <section className="flex min-w-0 flex-col gap-4">
          <h2>{t("text.title")}</h2>
          <div className="panel">
            <MessageBody content={content} lang={message.language} />
          </div>
          <p>
            <a href={paths.messageHtml(message.id)}>{t("text.html")}</a>
          </p>
        </section>
        <div className="flex min-w-0 flex-col gap-8">
          <dl className="facts">
            {facts
              .filter(([, value]) => value !== "")
              .map(([name, value]) => (
                <div key={name} className="contents">
                  <dt>{name}</dt>
                  <dd className="min-w-0">{value}</dd>
                </div>
              ))}
          </dl>
          {message.personId ? (
            <p className="flex flex-col gap-2">
              <Link to={paths.messages({ person: message.personId })}>{t("person")}</Link>
              {employeeId ? <Link to={paths.teamPerson(employeeId)}>{t("personPage")}</Link> : null}
            </p>
          ) : null}
          <MessageTries tries={tries} />
        </div>
      </div>
    </div>
  );
}
