import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { CheckReport } from "#app/features/attendance/get-check-result.server.ts";
import { paths } from "#app/platform/paths.ts";

/** The clauses with something wrong, and where the replays talk about them. Never the questions. */
export function CheckClausesMissed(props: { missed: CheckReport["missed"]; passed: boolean; editionId: string }) {
  const { t } = useTranslation("partner");
  const { missed, passed, editionId } = props;
  if (missed.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("result.missed")}</h2>
      {passed ? null : <p className="text-ink-2">{t("result.missedIntro")}</p>}
      <ul className="border-line border-t">
        {missed.map(({ clause, chapters, ...score }) => (
          <li key={clause.id} className="border-line grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[1fr_auto]">
            <p>
              <Link to={paths.clause(editionId, clause.id)} className="font-bold">
                {clause.id}
              </Link>{" "}
              {clause.text}
            </p>
            <p className="text-ink-3 whitespace-nowrap tabular-nums">{t("result.score", score)}</p>
            <p className="flex flex-col items-start gap-1">
              {chapters.map(({ replayId, replayTitle, chapterTitle }) => (
                <Link key={`${replayId} ${chapterTitle}`} to={paths.replay(replayId)}>
                  {t("result.watch", { replay: replayTitle, chapter: chapterTitle })}
                </Link>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The clauses with everything right, in one line each. */
export function CheckClausesHeld({ held, editionId }: { held: CheckReport["held"]; editionId: string }) {
  const { t } = useTranslation("partner");
  if (held.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("result.held")}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1.5">
        {held.map(({ clause, ...score }) => (
          <li key={clause.id} className="text-ink-3 whitespace-nowrap tabular-nums">
            <Link to={paths.clause(editionId, clause.id)}>{clause.id}</Link> {t("result.score", score)}
          </li>
        ))}
      </ul>
    </section>
  );
}
