import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { MailPreview } from "#app/features/notices/mail-preview.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NoticesPageData } from "./notices.server.ts";
import { NoticesCuts } from "./notices-cuts.tsx";
import { useFigures } from "./use-figures.ts";

/** What would be sent now or on a day, to how many and in which words. */
export function NoticesPreview({ now, day, preview }: NoticesPageData) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { utcDay } = useFigures();
  return (
    <section className="flex flex-col gap-4" id="preview">
      <h2>{t("page.preview")}</h2>
      <Form method="get" reloadDocument className="panel flex flex-wrap items-end gap-4">
        <label className="flex flex-col gap-1">
          {t("page.previewDay")}
          <input type="date" name="day" defaultValue={day ?? ""} className="field" aria-describedby="day-hint" />
        </label>
        <button type="submit" className="button button-small">
          {t("page.previewShow")}
        </button>
        <p id="day-hint" className="text-ink-3 basis-full text-[0.95rem]">
          {t("page.previewHint")}
        </p>
      </Form>
      {preview ? (
        <>
          <h3>
            {day ? t("page.previewOn", { day: utcDay(Date.parse(day)) }) : t("page.previewNow", { at: moment(now) })}
          </h3>
          <Found preview={preview} />
        </>
      ) : null}
    </section>
  );
}

function Found({ preview }: { preview: NonNullable<NoticesPageData["preview"]> }) {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const { summary, population, withoutAddress, blast, examples } = preview;
  if (summary.mails === 0)
    return (
      <Notice tone="info">
        <strong>{t("page.previewNone")}</strong>
      </Notice>
    );
  return (
    <>
      <p>
        <strong>
          {t("page.previewMails", {
            ...{ count: summary.mails, shown: count(summary.mails), population: count(population) },
          })}
        </strong>{" "}
        {blast ? t("page.previewBlast") : null}{" "}
        {withoutAddress > 0 ? t("page.withoutAddress", { count: withoutAddress, shown: count(withoutAddress) }) : null}
      </p>
      <NoticesCuts summary={summary} />
      {examples.map(({ kind, toName, content }) => (
        <section key={kind} className="flex flex-col gap-2">
          <h3>{t("page.example", { name: toName })}</h3>
          <MailPreview content={content} />
        </section>
      ))}
    </>
  );
}
