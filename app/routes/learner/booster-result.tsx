import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ClauseMentions } from "#app/features/lessons/clause-mentions.tsx";
import { paths } from "#app/platform/paths.ts";
import { useFormats } from "#app/ui/use-formats.ts";
import type { BoosterPageData } from "./booster.server.ts";
import { DecisionTaken } from "./booster-taken.tsx";

type ResultProps = Exclude<BoosterPageData, { view: "question" | "feedback" }>;

/** A booster without a decision to take: how it went, or that it is skipped, over, or not open yet. */
export function BoosterResult({ view, opensAt, seen, total, lessons, rules }: ResultProps) {
  const { t } = useTranslation("boosters");
  const { day } = useFormats();
  const correct = seen.filter(({ feedback }) => feedback.correct).length;
  return (
    <div className="mx-auto flex max-w-[720px] flex-col items-start gap-5">
      <p className="eyebrow">{t("title")}</p>
      <h1>{t(`${view}.title`, { correct, total, date: day(opensAt) })}</h1>
      <p>{t(view === "finished" && lessons.length === 0 ? "finished.allRight" : `${view}.text`)}</p>
      {view === "finished" && lessons.length > 0 ? (
        <ul className="border-line w-full border-t">
          {lessons.map(({ clauses, lesson }) => (
            <li key={clauses.join()} className="border-line flex flex-wrap gap-x-4 gap-y-1 border-b py-3">
              <span>
                <ClauseMentions clauses={clauses} rules={rules} /> {t("worth", { count: clauses.length })}
              </span>
              {lesson ? <Link to={paths.lesson(lesson.id)}>{t("read", { title: lesson.title })}</Link> : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Link to={paths.home()} className="button">
        {t("home")}
      </Link>
      {seen.length > 0 && view !== "later" ? (
        <section className="mt-4 flex w-full flex-col gap-2">
          <h2>{t("decisions")}</h2>
          {seen.map((place) => (
            <details key={place.scenario.id} className="panel">
              <summary className="cursor-pointer font-semibold">
                {t(place.feedback.correct ? "held" : "heldNot", { title: place.scenario.title })}
              </summary>
              <DecisionTaken seen={place} rules={rules} />
            </details>
          ))}
        </section>
      ) : null}
    </div>
  );
}
