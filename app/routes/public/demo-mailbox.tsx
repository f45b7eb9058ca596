import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listDemoMails } from "#app/features/messages/list-demo-mails.server.ts";
import { paths } from "#app/platform/paths.ts";
import { publicLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";

export const meta: MetaFunction = pageTitle("messages:demo.title");

export const loader = publicLoader(async ({ app }) => {
  const mails = await listDemoMails(app);
  return mails.map(({ messageId, landedAt, toName, toAddress, content }) => ({
    ...{ messageId, landedAt, toName, toAddress },
    subject: content.subject,
  }));
});

export default function DemoMailbox() {
  const { t } = useTranslation("messages");
  const { moment } = useFormats();
  const mails = useLoaderData<typeof loader>();
  return (
    <div className="flex flex-col gap-6">
      <h1>{t("demo.title")}</h1>
      <p className="text-ink-2 max-w-[66ch]">{t("demo.intro")}</p>
      {mails.length === 0 ? (
        <Notice tone="info">
          <strong>{t("demo.none")}</strong>
          <span>{t("demo.noneText")}</span>
        </Notice>
      ) : null}
      <ul className="flex flex-col">
        {mails.map(({ messageId, landedAt, toName, toAddress, subject }) => (
          <li key={messageId} className="border-line flex flex-col border-b py-3">
            <Link to={paths.demoMail(messageId)} className="font-semibold">
              {subject}
            </Link>
            <span className="text-ink-3 text-[0.95rem]">
              {t("to", { name: toName })} · {toAddress} · {moment(landedAt)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
