import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { pageAction, pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { StandingCard } from "#app/ui/standing-card.tsx";
import { useFormats } from "#app/ui/use-formats.ts";
import { decideNotices, loadNotices, type NoticesPageData } from "./notices.server.ts";
import { NoticesPreview } from "./notices-preview.tsx";
import { NoticesRuns } from "./notices-runs.tsx";
import { NoticesStopped } from "./notices-stopped.tsx";
import { NoticesUnwritten } from "./notices-unwritten.tsx";
import { useFigures } from "./use-figures.ts";

export const meta: MetaFunction = pageTitle("notices:page.title");

export const loader = pageLoader("notices:manage", ({ app, request }) => loadNotices(app, new URL(request.url)));

export const action = pageAction("notices:manage", async ({ app, viewer, form }) =>
  redirect(paths.notices(await decideNotices(app, viewer, form))),
);

export default function NoticesPage() {
  const { t } = useTranslation("notices");
  const { count } = useFigures();
  const data = useLoaderData<typeof loader>() as NoticesPageData;
  const { confirmed, tooLate, stopped, settings } = data;
  return (
    <div className="flex flex-col gap-8">
      <p className="eyebrow">{t("page.title")}</p>
      {confirmed === null ? null : (
        <Notice tone="ok" alert>
          <strong>{t("page.confirmed", { count: confirmed, shown: count(confirmed) })}</strong>
          <span>{t("page.confirmedText")}</span>
        </Notice>
      )}
      {tooLate ? (
        <Notice tone="info" alert>
          <strong>{t("page.tooLate")}</strong>
          <span>{t("page.tooLateText")}</span>
        </Notice>
      ) : null}
      {stopped.map((run) => (
        <NoticesStopped key={run.id} run={run} {...settings} />
      ))}
      {data.unwritten.length > 0 ? <NoticesUnwritten {...data} /> : null}
      <State {...data} />
      <p className="text-ink-2 max-w-[66ch]">{t("page.intro")}</p>
      <NoticesPreview {...data} />
      <NoticesRuns {...data} />
    </div>
  );
}

function State({ settings, last, held }: NoticesPageData) {
  const { t } = useTranslation("notices");
  const { moment, clockTime, weekday, list } = useFormats();
  const { count } = useFigures();
  const { enabled, at, by, policy } = settings;
  const word = enabled ? "on" : "off";
  return (
    <StandingCard tone={enabled ? "ok" : "info"} state={t(`page.${word}`)} title={t(`page.${word}Title`)}>
      <p>{t(`page.${word}Text`)}</p>
      {enabled ? null : (
        <p>
          {held > 0 ? (
            <>
              <strong>{t("page.held", { count: held, shown: count(held) })}</strong>{" "}
              {t("page.heldText", { count: held })}{" "}
            </>
          ) : null}
          {t("page.goesOn")}
        </p>
      )}
      <p className="text-ink-2">
        {at === null ? t("page.never") : t("page.since", { at: moment(at), name: by })}{" "}
        {last === null ? null : t("page.lastRun", { at: moment(last) })}
      </p>
      <p className="text-ink-2">
        {t("page.hours", {
          ...{ from: clockTime(policy.open), to: clockTime(policy.close), days: list(policy.weekdays.map(weekday)) },
        })}
      </p>
      <p>
        <Link to={paths.noticePolicy()}>{t("page.rules")}</Link>
      </p>
      <Form method="post" reloadDocument>
        <button
          type="submit"
          name="intent"
          value={enabled ? "off" : "on"}
          className={`button ${enabled ? "button-quiet" : ""}`}
        >
          {t(enabled ? "page.turnOff" : "page.turnOn")}
        </button>
      </Form>
    </StandingCard>
  );
}
