import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import type { ClauseLookup } from "../lessons/clause-lookup.ts";
import { TextWithClauses } from "../lessons/clause-mention.tsx";
import { ClauseMentions } from "../lessons/clause-mentions.tsx";
import type { PresentedFeedback, PresentedScenario } from "./present-scenario.ts";

type ScenarioFeedbackProps = { scenario: PresentedScenario; feedback: PresentedFeedback; rules: ClauseLookup };

/** What follows from the choice that was made, with the clauses it rests on. */
export function ScenarioFeedback({ scenario, feedback, rules }: ScenarioFeedbackProps) {
  const { t } = useTranslation("learning");
  const single = scenario.type === "single";
  return (
    <Notice tone={feedback.correct ? "ok" : "warn"}>
      <strong>{t(feedback.correct ? "lesson.right" : "lesson.wrong")}</strong>
      {feedback.parts.map((part) => (
        <div key={part.token} className="mt-1">
          {single ? null : (
            <p className="mt-0! font-semibold">{t(part.right ? "lesson.chosenRight" : "lesson.chosenWrong", part)}</p>
          )}
          <p className="mt-0!">
            <TextWithClauses text={part.feedback} rules={rules} />
          </p>
        </div>
      ))}
      {feedback.missed > 0 && !single ? (
        <p className="mt-1!">{t("lesson.missed", { count: feedback.missed })}</p>
      ) : null}
      <p className="mt-1! text-[0.95rem]">
        {t("lesson.clauses")}
        <ClauseMentions clauses={scenario.clauses} rules={rules} />
      </p>
    </Notice>
  );
}
