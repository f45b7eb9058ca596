import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Explanation } from "#app/features/assessments/explain-items.ts";
import { paths } from "#app/platform/paths.ts";
import { StatePill } from "#app/ui/state-pill.tsx";

/** Every question of a passed attempt with its answer and why. */
export function Explanations({ explanations, editionId }: { explanations: Explanation[]; editionId: string }) {
  const { t } = useTranslation("assessment");
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("result.explanations")}</h2>
      <ol className="flex flex-col gap-2">
        {explanations.map(({ position, clause, situation, question, correct, chosen, right }) => (
          <li key={position}>
            <details className="panel py-3!">
              <summary className="cursor-pointer">
                <span className="font-semibold">
                  {position}. {question}
                </span>{" "}
                <StatePill tone={correct ? "ok" : "warn"}>
                  {t(correct ? "learning:lesson.partRight" : "learning:lesson.partWrong")}
                </StatePill>
              </summary>
              <div className="mt-3 flex flex-col gap-3">
                <p className="text-ink-2">{situation}</p>
                {correct ? null : chosen ? (
                  <p>
                    <strong className="block font-semibold">{t("result.yourAnswer")}</strong>
                    {chosen.text} <span className="text-ink-2 block">{chosen.feedback}</span>
                  </p>
                ) : (
                  <p>{t("result.unanswered")}</p>
                )}
                {right ? (
                  <p>
                    <strong className="block font-semibold">{t("result.rightAnswer")}</strong>
                    {right.text} <span className="text-ink-2 block">{right.feedback}</span>
                  </p>
                ) : null}
                <p>
                  <Link to={paths.clause(editionId, clause)}>{clause}</Link>
                </p>
              </div>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}
