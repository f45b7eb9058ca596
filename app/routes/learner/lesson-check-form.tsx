import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Question } from "#app/features/assessments/present-question.ts";
import { Notice } from "#app/ui/notice.tsx";

type LessonCheckFormProps = {
  checkId: string;
  questions: Question[];
  /** What the last post lacked (positions from 1), and what it had. */
  incomplete: { open: number[]; given: Record<string, string> } | null;
};

/** All questions of a check on one page, answered in one post. */
export function LessonCheckForm({ checkId, questions, incomplete }: LessonCheckFormProps) {
  const { t } = useTranslation("lesson");
  return (
    <Form method="post" action="#incomplete" reloadDocument className="flex flex-col gap-8">
      <input type="hidden" name="check" value={checkId} />
      {incomplete ? (
        <div id="incomplete" tabIndex={-1} className="scroll-mt-6">
          <Notice tone="warn" alert>
            {t("check.incomplete", { count: incomplete.open.length })}
          </Notice>
        </div>
      ) : (
        <p className="text-ink-2">{t("check.intro")}</p>
      )}
      {questions.map((question) => (
        <QuestionFields
          key={question.position}
          question={question}
          missing={incomplete?.open.includes(question.position) ?? false}
          chosen={incomplete?.given[question.position] ?? null}
        />
      ))}
      <p>
        <button type="submit" name="intent" value="submit" className="button">
          {t("check.submit")}
        </button>
      </p>
    </Form>
  );
}

type QuestionFieldsProps = { question: Question; missing: boolean; chosen: string | null };

function QuestionFields({ question, missing, chosen }: QuestionFieldsProps) {
  const { t } = useTranslation("lesson");
  const { position, total, situation, choices } = question;
  const id = `question-${position}`;
  return (
    <section aria-labelledby={id} className="border-line flex flex-col gap-3 border-t pt-6">
      <h2 id={id} className="text-ink-3 text-[0.95rem]">
        {t("check.question", { position, total })}
      </h2>
      <p id={`${id}-situation`}>{situation}</p>
      <fieldset className="flex flex-col gap-2.5" aria-describedby={`${id}-situation`}>
        <legend className="mb-2.5 font-semibold">{question.question}</legend>
        {missing ? <Notice tone="warn">{t("check.missing")}</Notice> : null}
        {choices.map(({ token, text }) => (
          <label key={token} className="choice">
            <input type="radio" name={`q${position}`} value={token} defaultChecked={chosen === token} />
            <span>{text}</span>
          </label>
        ))}
      </fieldset>
    </section>
  );
}
