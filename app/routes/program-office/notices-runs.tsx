import { useTranslation } from "react-i18next";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { NoticesPageData } from "./notices.server.ts";
import { ScrollTable } from "./scroll-table.tsx";
import { useFigures } from "./use-figures.ts";

/** The latest runs that did something, and who turned reminders on and off. */
export function NoticesRuns({ runs, history }: NoticesPageData) {
  const { t } = useTranslation("notices");
  const { moment } = useFormats();
  const { count } = useFigures();
  return (
    <>
      <section className="flex max-w-full flex-col gap-3">
        <h2>{t("page.runs")}</h2>
        {runs.length === 0 ? (
          <p className="text-ink-2">{t("page.noRuns")}</p>
        ) : (
          <ScrollTable label={t("page.runs")} width="min-w-0">
            <thead>
              <tr>
                <th scope="col">{t("page.started")}</th>
                <th scope="col">{t("page.state")}</th>
                <th scope="col" className="number">
                  {t("page.planned")}
                </th>
                <th scope="col" className="number">
                  {t("page.sent")}
                </th>
              </tr>
            </thead>
            <tbody>
              {runs.map(({ id, startedAt, state, planned, sent, decidedBy, unwritten, times, since }) => (
                <tr key={id}>
                  <td>{moment(startedAt)}</td>
                  <td>
                    {t(`page.states.${state}`, { name: decidedBy })}
                    {unwritten > 0 ? (
                      <span className="block">
                        {t("page.runUnwritten", { count: unwritten, shown: count(unwritten) })}
                      </span>
                    ) : null}
                    {times > 1 ? (
                      <span className="block">
                        {t("page.runsInVain", { shown: count(times), since: moment(since) })}
                      </span>
                    ) : null}
                  </td>
                  <td className="number">{count(planned)}</td>
                  <td className="number">
                    {sent > 0 ? (
                      <a
                        href={paths.messages({ run: id })}
                        aria-label={t("page.sentLink", { count: sent, shown: count(sent), at: moment(startedAt) })}
                      >
                        {count(sent)}
                      </a>
                    ) : (
                      count(sent)
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </ScrollTable>
        )}
      </section>
      {history.length > 0 ? (
        <section className="flex flex-col gap-2">
          <h2>{t("page.history")}</h2>
          <ul className="text-ink-2 flex flex-col gap-1">
            {history.map(({ id, enabled, at, by }) => (
              <li key={id}>
                {t("page.historyLine", { state: t(enabled ? "page.on" : "page.off"), at: moment(at), name: by })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
