import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { getRecord } from "#app/features/record/get-record.server.ts";
import { paths } from "#app/platform/paths.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import { RecordAttempts } from "./record-attempts.tsx";
import { RecordEvidence } from "./record-evidence.tsx";
import { recordLists } from "./record-lists.ts";
import { RecordProfile } from "./record-profile.tsx";
import { RecordSection } from "./record-section.tsx";

export const meta: MetaFunction = pageTitle("record:title");

export const loader = pageLoader("account:own", ({ app, viewer }) => getRecord({ ...app, personId: viewer.person.id }));

export default function RecordPage() {
  const { t } = useTranslation("record");
  const formats = useFormats();
  const record = useLoaderData<typeof loader>();
  const lists = recordLists(record, { t, ...formats });
  const empty = lists.filter(({ lines }) => lines.length === 0);
  return (
    <div className="mx-auto flex max-w-[820px] flex-col gap-10">
      <div className="flex flex-col items-start gap-4">
        <h1>{t("title")}</h1>
        <p className="text-ink-2 max-w-[66ch]">{t("intro", { when: formats.moment(Date.parse(record.asOf)) })}</p>
        <a href={paths.recordFile()} download className="button">
          {t("download")}
        </a>
        <p className="text-ink-3 max-w-[66ch] text-[0.95rem]">{t("leftOut")}</p>
      </div>
      <RecordProfile person={record.person} />
      <RecordEvidence record={record} />
      <RecordAttempts attempts={record.attempts} />
      {lists
        .filter(({ lines }) => lines.length > 0)
        .map((list) => (
          <RecordSection key={list.id} title={t(`lists.${list.id}`)} lines={list.lines} />
        ))}
      {empty.length > 0 ? (
        <p className="text-ink-3 text-[0.95rem]">
          {t("nothing", { lists: formats.list(empty.map(({ id }) => t(`lists.${id}`))) })}
        </p>
      ) : null}
    </div>
  );
}
