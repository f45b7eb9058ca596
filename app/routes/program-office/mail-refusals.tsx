import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { clearRefusal, listRefusals } from "#app/features/messages/clear-refusal.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("messages:refusal.title");

export const loader = pageLoader("messages:manage", async ({ app, request }) => ({
  refusals: await listRefusals(app.db.read),
  done: new URL(request.url).searchParams.has("done"),
}));

export const action = pageAction("messages:manage", async ({ app, viewer, form }) => {
  const by = viewer.person.employeeId ?? viewer.person.externalId ?? viewer.person.id;
  await clearRefusal({ db: app.db, clock: app.clock, address: String(form.get("address") ?? ""), by });
  return redirect(`${paths.mailRefusals()}?done`);
});

export default function MailRefusalsPage() {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  const { refusals, done } = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col gap-6">
      <p>
        <Link to={paths.messages()}>{t("back")}</Link>
      </p>
      <h1>{t("refusal.title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("refusal.intro")}</p>
      {done ? (
        <Notice tone="ok" alert>
          {t("refusal.done")}
        </Notice>
      ) : null}
      {refusals.length === 0 ? <Notice tone="info">{t("refusal.none")}</Notice> : null}
      <ul className="flex flex-col">
        {refusals.map(({ address, refusedAt, said, messageId }) => (
          <li
            key={address}
            className="border-line grid items-center gap-x-6 gap-y-2 border-b py-3 sm:grid-cols-[minmax(0,1fr)_auto]"
          >
            <span>
              <strong>{address}</strong>
              <span className="text-ink-2 block">{said}</span>
              <span className="text-ink-3 block text-[0.95rem]">
                {t("refusal.since", { at: moment(refusedAt) })} ·{" "}
                <Link to={paths.message(messageId)}>{t("refusal.message")}</Link>
              </span>
            </span>
            <Form method="post" reloadDocument>
              <input type="hidden" name="address" value={address} />
              <button
                type="submit"
                className="button button-small button-quiet"
                aria-label={t("refusal.buttonFor", { address })}
              >
                {t("refusal.button")}
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </div>
  );
}
