import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import type { ClauseLookup } from "../lessons/clause-lookup.ts";
import { TextWithClauses } from "../lessons/clause-mention.tsx";
import type { PresentedFeedback, PresentedScenario } from "./present-scenario.ts";
import { ScenarioFeedback } from "./scenario-feedback.tsx";

type ScenarioFormProps = {
  scenario: PresentedScenario;
  feedback: PresentedFeedback | null;
  number: number;
  total: number;
  rules: ClauseLookup;
  /** The last post had no complete answer to this scenario; what it had, by the names of its fields. */
  incomplete: Readonly<Record<string, string>> | null;
};

/** What follows from an answer is there: a page that comes back after a post opens, and is read aloud, from it. */
export function feedbackAnchor(scenarioId: string): string {
  return `feedback-${scenarioId}`;
}

/** None where the question itself says how many are asked for. */
const hints = { single: "lesson.chooseOne", multiple: null, ordering: "lesson.putInOrder" } as const;

/** A situation, a decision, and what follows from it. Works without scripts: the answer is posted and the page comes back. */
export function ScenarioForm({ scenario, feedback, number, total, rules, incomplete }: ScenarioFormProps) {
  const { t } = useTranslation("learning");
  const anchor = `practice-${scenario.id}`;
  const hint = hints[scenario.type];
  const answer = feedbackAnchor(scenario.id);
  return (
    <section
      id={anchor}
      aria-labelledby={`${anchor}-title`}
      className="panel practice font-ui mt-8 scroll-mt-4 text-base leading-relaxed"
    >
      <p className="eyebrow mt-0!">{t("lesson.practice", { number, total })}</p>
      <h3 id={`${anchor}-title`} className="mt-2! text-base">
        {scenario.title}
      </h3>
      <p id={`${anchor}-situation`} className="mt-2!">
        <TextWithClauses text={scenario.situation} rules={rules} />
      </p>
      <Form method="post" action={`#${answer}`} reloadDocument className="mt-4">
        <input type="hidden" name="scenario" value={scenario.id} />
        <fieldset className="flex flex-col gap-2.5" aria-describedby={`${anchor}-situation`}>
          <legend className="mb-2.5">
            <span className="font-semibold">{scenario.question}</span>{" "}
            {hint ? <span className="text-ink-3">{t(hint)}</span> : null}
          </legend>
          {scenario.type === "ordering" ? (
            <Places scenario={scenario} feedback={feedback} given={incomplete} />
          ) : (
            scenario.choices.map(({ token, text }) => (
              <label key={token} className="choice">
                <input
                  type={scenario.type === "single" ? "radio" : "checkbox"}
                  name="choice"
                  value={token}
                  defaultChecked={feedback?.parts.some((part) => part.token === token) ?? false}
                />
                <span>{text}</span>
              </label>
            ))
          )}
        </fieldset>
        <button
          type="submit"
          name="intent"
          value="answer"
          className={`button button-small no-print mt-4 ${feedback ? "button-quiet" : ""}`}
        >
          {t(feedback ? "lesson.again" : "lesson.check")}
        </button>
      </Form>
      {incomplete || feedback ? (
        <section
          id={answer}
          tabIndex={-1}
          aria-label={t("lesson:practice.feedback", { title: scenario.title })}
          className="practice-answer"
        >
          {incomplete ? (
            <Notice tone="warn">{t(`lesson.incomplete.${scenario.type}`)}</Notice>
          ) : feedback ? (
            <ScenarioFeedback scenario={scenario} feedback={feedback} rules={rules} />
          ) : null}
        </section>
      ) : null}
    </section>
  );
}

type PlacesProps = Pick<ScenarioFormProps, "scenario" | "feedback"> & { given: ScenarioFormProps["incomplete"] };

function Places({ scenario, feedback, given }: PlacesProps) {
  const { t } = useTranslation("learning");
  return scenario.choices.map(({ token, text }) => {
    const place = feedback?.parts.findIndex((part) => part.token === token) ?? -1;
    return (
      <label key={token} className="choice">
        <select
          name={`place-${token}`}
          aria-label={t("lesson.place", { text })}
          defaultValue={given?.[`place-${token}`] ?? (place < 0 ? "" : place + 1)}
          className="field w-auto! py-1!"
        >
          <option value="">{t("lesson.placeNone")}</option>
          {scenario.choices.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the places are the numbers themselves
            <option key={index} value={index + 1}>
              {index + 1}
            </option>
          ))}
        </select>
        <span>{text}</span>
      </label>
    );
  });
}
