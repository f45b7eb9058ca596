import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findUnsubscriber } from "#app/features/messages/opt-out.server.ts";
import { AppError } from "#app/platform/errors.ts";
import { paths } from "#app/platform/paths.ts";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";

export const meta: MetaFunction = pageTitle("messages:unsubscribe.title");

/** Opening it changes nothing, because mail programs open links before their readers do; it tells nothing of whose mail it is. */
export const loader = publicLoader(async ({ app, params, request }) => {
  const token = params.token ?? "";
  if ((await findUnsubscriber(app.db.read, token)) === null)
    throw new AppError("not-found", "No mail carries this link.");
  return { token, done: new URL(request.url).searchParams.has("done") };
});

export default function Unsubscribe() {
  const { t } = useTranslation("messages");
  const { token, done } = useLoaderData<typeof loader>();
  return (
    <div className="mx-auto flex max-w-md flex-col gap-6">
      <h1>{t("unsubscribe.title")}</h1>
      {done ? (
        <Notice tone="ok" alert>
          <strong>{t("unsubscribe.done")}</strong>
          <span>{t("unsubscribe.doneText")}</span>
          <Link to={paths.accountMail()}>{t("account.link")}</Link>
        </Notice>
      ) : (
        <>
          <p>{t("unsubscribe.text")}</p>
          <Form method="post" action={paths.unsubscribe(token)} reloadDocument>
            <button type="submit" className="button">
              {t("unsubscribe.button")}
            </button>
          </Form>
        </>
      )}
    </div>
  );
}
