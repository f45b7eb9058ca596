import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getDemoMail } from "#app/features/messages/list-demo-mails.server.ts";
import { MessageBody } from "#app/features/messages/message-body.tsx";
import { paths } from "#app/platform/paths.ts";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("messages:demo.title");

export const loader = publicLoader(({ app, params }) => getDemoMail(app, params.messageId ?? ""));

export default function DemoMail() {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  const { messageId, landedAt, toName, toAddress, language, content, unsubscribeToken } =
    useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col gap-6">
      <p>
        <Link to={paths.demoMailbox()}>{t("demo.back")}</Link>
      </p>
      <h1>{content.subject}</h1>
      <p className="text-ink-3">
        {t("to", { name: toName })} · {toAddress} · {moment(landedAt)}
      </p>
      <div className="panel">
        <MessageBody content={content} lang={language} />
        <p className="text-ink-3 mt-4 text-[0.95rem]">
          {unsubscribeToken ? (
            <>
              {t("mail.optional")} <Link to={paths.unsubscribe(unsubscribeToken)}>{t("unsubscribe.title")}</Link>
            </>
          ) : (
            t("mail.mandatory")
          )}
        </p>
      </div>
      <p>
        <a href={paths.demoMailHtml(messageId)}>{t("text.html")}</a>
      </p>
    </div>
  );
}
