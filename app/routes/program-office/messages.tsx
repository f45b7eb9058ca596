import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { listRefusals } from "#app/features/messages/clear-refusal.server.ts";
import { countOutbox } from "#app/features/messages/count-messages.server.ts";
import { listMessages, listReasons } from "#app/features/messages/list-messages.server.ts";
import { messageStates, readMessageFilter } from "#app/features/messages/message-filter.ts";
import { mailWay } from "#app/features/messages/open-carrier.server.ts";
import { getNoticeSettings } from "#app/features/notices/notice-settings.server.ts";
import { countLadderWaiting } from "#app/features/notices/while-on.server.ts";
import { paths } from "#app/platform/paths.ts";
import { readPage } from "#app/routes/manager/people-query.ts";
import { pageLoader } from "#app/routes/page-handlers.server.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import { Notice } from "#app/ui/notice.tsx";
import { MailWayNotice } from "./mail-way-notice.tsx";
import { MessageRows } from "./message-rows.tsx";
import { useFigures } from "./use-figures.ts";

export const meta: MetaFunction = pageTitle("messages:title");

export const loader = pageLoader("messages:manage", async ({ app, request }) => {
  const { db } = app;
  const query = new URL(request.url).searchParams;
  const filter = readMessageFilter(query);
  return {
    filter,
    ...(await listMessages(db.read, filter, readPage(query.get("page")))),
    outbox: await countOutbox(db.read),
    reasons: await listReasons(db.read),
    refusing: (await listRefusals(db.read)).length,
    held: (await getNoticeSettings(db.read)).enabled ? 0 : await countLadderWaiting(db.read),
    way: await mailWay(app),
    mailbox: app.env.demo,
  };
});

export default function MessagesPage() {
  const { t } = useTranslation("messages");
  const { count } = useFigures();
  const { filter, rows, states, all, page, pages, outbox, reasons, refusing, held, way, mailbox } =
    useLoaderData<typeof loader>();
  const at = (changed: Record<string, string | null>) => paths.messages({ ...filter, ...changed });
  const isFiltered = Object.values(filter).some((value) => value !== null);
  return (
    <div className="flex flex-col gap-6">
      <div className="flex max-w-[66ch] flex-col gap-3">
        <h1>{t("title")}</h1>
        <p className="text-ink-2">{t("intro")}</p>
      </div>
      <MailWayNotice way={way} mailbox={mailbox} waiting={outbox.waiting} />
      {held > 0 ? (
        <Notice tone="info">
          <strong>{t("held.title", { count: held, shown: count(held) })}</strong>
          <Link to={paths.notices()}>{t("notices:page.title")}</Link>
        </Notice>
      ) : null}
      {outbox.dead > 0 ? (
        <Notice tone="warn">
          <strong>{t("dead.title", { count: outbox.dead })}</strong>
          <Link to={paths.messages({ state: "dead" })}>{t("dead.link")}</Link>
        </Notice>
      ) : null}
      <Form
        method="get"
        action={paths.messages()}
        className="panel grid gap-3 sm:grid-cols-3"
        aria-label={t("filter.label")}
      >
        <label className="flex flex-col gap-1 sm:col-span-2">
          {t("filter.q")}
          <input type="search" name="q" defaultValue={filter.q ?? ""} className="field" />
        </label>
        <label className="flex flex-col gap-1">
          {t("filter.reason")}
          <select name="reason" defaultValue={filter.reason ?? ""} className="field">
            <option value="">{t("filter.all")}</option>
            {reasons.map((reason) => (
              <option key={reason} value={reason}>
                {t(`reason.${reason}`, { defaultValue: reason })}
              </option>
            ))}
          </select>
        </label>
        {filter.state ? <input type="hidden" name="state" value={filter.state} /> : null}
        {filter.person ? <input type="hidden" name="person" value={filter.person} /> : null}
        {filter.run ? <input type="hidden" name="run" value={filter.run} /> : null}
        <p className="flex flex-wrap items-center gap-4 sm:col-span-3">
          <button type="submit" className="button button-small">
            {t("filter.show")}
          </button>
          <Link to={paths.messages()}>{t("filter.clear")}</Link>
          <Link to={paths.mailRefusals()}>{t("refusing", { count: refusing, shown: count(refusing) })}</Link>
        </p>
      </Form>
      <nav aria-label={t("states")} className="flex flex-wrap gap-x-5 gap-y-2">
        {[null, ...messageStates].map((state) => (
          <Link
            key={state ?? ""}
            to={at({ state })}
            aria-current={filter.state === state ? "page" : undefined}
            className="inline-block first-letter:uppercase aria-[current=page]:text-ink aria-[current=page]:font-semibold aria-[current=page]:no-underline"
          >
            {t("stateCount", {
              state: state ? t(`state.${state}`) : t("every"),
              shown: count(state ? (states[state] ?? 0) : all),
            })}
          </Link>
        ))}
      </nav>
      {filter.person && rows[0] ? <p>{t("filter.person", { name: rows[0].toName })}</p> : null}
      {filter.run ? <p>{t("filter.run")}</p> : null}
      {rows.length === 0 ? (
        <Notice tone="info">
          <strong>{t(isFiltered ? "none" : "noneYet")}</strong>
          <span>{t(isFiltered ? "noneText" : "noneYetText")}</span>
        </Notice>
      ) : (
        <MessageRows rows={rows} />
      )}
      {pages > 1 ? (
        <nav aria-label={t("pages")} className="flex flex-wrap gap-6">
          {page > 1 ? <Link to={at({ page: String(page - 1) })}>{t("previous")}</Link> : null}
          <span>{t("page", { page: count(page), pages: count(pages) })}</span>
          {page < pages ? <Link to={at({ page: String(page + 1) })}>{t("next")}</Link> : null}
        </nav>
      ) : null}
    </div>
  );
}
