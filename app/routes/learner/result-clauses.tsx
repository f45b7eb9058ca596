import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ClauseScore } from "#app/features/assessments/get-attempt-result.server.ts";
import { paths } from "#app/platform/paths.ts";

/** The clauses with something wrong, and the lessons that teach them. Never the questions. */
export function ClausesMissed(props: { missed: ClauseScore[]; passed: boolean; editionId: string }) {
  const { t } = useTranslation("assessment");
  const { missed, passed, editionId } = props;
  if (missed.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("result.missed")}</h2>
      {passed ? null : <p className="text-ink-2">{t("result.missedIntro")}</p>}
      <ul className="border-line border-t">
        {missed.map(({ clause, lessons, ...score }) => (
          <li key={clause.id} className="border-line grid gap-x-6 gap-y-1 border-b py-3 sm:grid-cols-[1fr_auto]">
            <p>
              <Link to={paths.clause(editionId, clause.id)} className="font-bold">
                {clause.id}
              </Link>{" "}
              {clause.mustPass ? (
                <span role="img" aria-label={t("common:mustPassLong")}>
                  {t("common:mustPass")}
                </span>
              ) : null}{" "}
              {clause.text}
            </p>
            <p className="text-ink-3 whitespace-nowrap tabular-nums">{t("result.clauseScore", score)}</p>
            <p className="flex flex-wrap gap-x-4">
              {lessons.map((lesson) => (
                <Link key={lesson.id} to={paths.lesson(lesson.id)}>
                  {t("result.read", lesson)}
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
export function ClausesHeld({ held, editionId }: { held: ClauseScore[]; editionId: string }) {
  const { t } = useTranslation("assessment");
  if (held.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("result.held")}</h2>
      <ul className="flex flex-wrap gap-x-6 gap-y-1.5">
        {held.map(({ clause, ...score }) => (
          <li key={clause.id} className="text-ink-3 whitespace-nowrap tabular-nums">
            <Link to={paths.clause(editionId, clause.id)}>{clause.id}</Link> {t("result.clauseScore", score)}
          </li>
        ))}
      </ul>
    </section>
  );
}
