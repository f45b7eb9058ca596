import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listMessagesOf } from "#app/features/messages/list-messages.server.ts";
import { MessageStatePill } from "#app/features/messages/message-state.tsx";
import { chooseOptionalMail, findOptOut } from "#app/features/messages/opt-out.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

const mostShown = 50;

export const meta: MetaFunction = pageTitle("messages:account.title");

export const loader = pageLoader("account:own", async ({ app, viewer, request }) => {
  const sent = await listMessagesOf(app.db.read, viewer.person.id, { limit: mostShown });
  const optedOutAt = await findOptOut(app.db.read, viewer.person.id);
  const done = new URL(request.url).searchParams.get("done");
  const now = optedOutAt === null ? ("on" as const) : ("off" as const);
  return {
    address: viewer.person.email,
    optedOutAt,
    sent: sent.map(({ id, subject, state, createdAt }) => ({ id, subject, state, createdAt })),
    // A page that is opened once more tells nothing that is no longer so.
    done: done === now ? now : null,
  };
});

export const action = pageAction("account:own", async ({ app, viewer, form }) => {
  const optOut = form.get("optional") === "off";
  await chooseOptionalMail({ db: app.db, clock: app.clock, personId: viewer.person.id, optOut, via: "account" });
  return redirect(`${paths.accountMail()}?done=${optOut ? "off" : "on"}`);
});

export default function AccountMail() {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  const { address, optedOutAt, sent, done } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-[66ch] flex-col gap-8">
      <div className="flex flex-col gap-3">
        <h1>{t("account.title")}</h1>
        <p>{address ? t("account.to", { address }) : t("account.noAddress")}</p>
      </div>
      {done ? (
        <Notice tone="ok" alert>
          {t(`account.${done}`)}
        </Notice>
      ) : null}
      <section className="flex flex-col items-start gap-3">
        <h2>{t("account.optionalTitle")}</h2>
        <p className="text-ink-2">
          {optedOutAt === null ? t("account.optionalOn") : t("account.optionalOff", { at: moment(optedOutAt) })}
        </p>
        <Form method="post" reloadDocument>
          <button
            type="submit"
            name="optional"
            value={optedOutAt === null ? "off" : "on"}
            className="button button-small button-quiet"
          >
            {t(optedOutAt === null ? "account.turnOff" : "account.turnOn")}
          </button>
        </Form>
      </section>
      <section className="flex flex-col gap-3">
        <h2>{t("account.requiredTitle")}</h2>
        <p className="text-ink-2">{t("account.required")}</p>
      </section>
      <section className="flex flex-col gap-3">
        <h2>{t("account.listTitle")}</h2>
        {sent.length === 0 ? <p className="text-ink-2">{t("account.none")}</p> : null}
        <ul className="flex flex-col">
          {sent.map(({ id, subject, state, createdAt }) => (
            <li
              key={id}
              className="border-line flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 border-b py-2"
            >
              <span>
                {subject}
                <span className="text-ink-3 block text-[0.95rem]">{moment(createdAt)}</span>
              </span>
              <MessageStatePill state={state} />
            </li>
          ))}
        </ul>
        {sent.length >= mostShown ? (
          <p>
            <Link to={paths.record()}>{t("account.more")}</Link>
          </p>
        ) : null}
      </section>
      <p>
        <Link to={paths.password()}>{t("account.password")}</Link>
      </p>
    </div>
  );
}
