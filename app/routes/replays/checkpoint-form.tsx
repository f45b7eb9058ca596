import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { ClauseLookup } from "#app/features/lessons/clause-lookup.ts";
import { TextWithClauses } from "#app/features/lessons/clause-mention.tsx";
import type { PresentedCheckpoint } from "#app/features/replays/present-checkpoint.ts";
import type { PresentedFeedback } from "#app/features/scenarios/present-scenario.ts";
import { ScenarioFeedback } from "#app/features/scenarios/scenario-feedback.tsx";
import { Notice } from "#app/ui/notice.tsx";

type CheckpointFormProps = {
  question: PresentedCheckpoint & { feedback: PresentedFeedback | null };
  title: string;
  rules: ClauseLookup;
  missing: boolean;
};

/** The question after a part. It is answered once; afterwards it shows what was answered and what follows from it. */
export function CheckpointForm({ question, title, rules, missing }: CheckpointFormProps) {
  const { t } = useTranslation("replays");
  const { id, situation, choices, feedback } = question;
  const anchor = `question-${id}`;
  return (
    <section
      id={anchor}
      tabIndex={-1}
      aria-labelledby={`${anchor}-title`}
      className="panel font-ui mt-8 scroll-mt-6 text-base leading-relaxed outline-none"
    >
      <h3 id={`${anchor}-title`} className="mt-0!">
        {question.question}
      </h3>
      <p id={`${anchor}-situation`} className="mt-2!">
        <TextWithClauses text={situation} rules={rules} />
      </p>
      <Form method="post" action={`#${anchor}`} reloadDocument className="mt-4 flex flex-col gap-4">
        <input type="hidden" name="checkpoint" value={id} />
        <fieldset
          disabled={feedback !== null}
          aria-labelledby={`${anchor}-title`}
          aria-describedby={`${anchor}-situation`}
          className="flex flex-col gap-2.5"
        >
          {choices.map(({ token, text }) => (
            <label key={token} className="choice">
              <input
                type="radio"
                name="choice"
                value={token}
                defaultChecked={feedback?.parts.some((part) => part.token === token) ?? false}
              />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        {missing ? (
          <Notice tone="warn" alert>
            {t("question.missing")}
          </Notice>
        ) : null}
        {feedback ? (
          <ScenarioFeedback scenario={{ ...question, title, type: "single" }} feedback={feedback} rules={rules} />
        ) : (
          <p className="mt-0! flex flex-wrap items-center gap-4">
            <button type="submit" name="intent" value="answer" className="button">
              {t("question.check")}
            </button>
            <span className="text-ink-3 text-[0.95rem]">{t("read.answer")}</span>
          </p>
        )}
      </Form>
    </section>
  );
}
