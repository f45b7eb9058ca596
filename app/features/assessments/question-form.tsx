import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import type { Question } from "./present-question.ts";

type QuestionFormProps = {
  question: Question;
  /** The form names what it answers, so that an old page cannot answer a newer one. */
  answers: { name: string; id: string };
  /** It was sent without an answer. */
  missing: boolean;
  back: string | null;
};

/** One question with its choices; sending it saves the answer. */
export function QuestionForm({ question, answers, missing, back }: QuestionFormProps) {
  const { t } = useTranslation("assessment");
  const { position, total } = question;
  return (
    <>
      <p className="text-[1.05rem]">{question.situation}</p>
      <Form method="post" reloadDocument key={position} className="flex flex-col gap-5">
        <input type="hidden" name={answers.name} value={answers.id} />
        <input type="hidden" name="total" value={total} />
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-2.5 text-[1.05rem] font-semibold">{question.question}</legend>
          {missing ? (
            <Notice tone="warn" alert>
              {t("question.missing")}
            </Notice>
          ) : null}
          {question.choices.map(({ token, text }) => (
            <label key={token} className="choice">
              <input type="radio" name="choice" value={token} defaultChecked={question.chosen === token} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        <p className="flex flex-wrap items-center gap-4">
          <button type="submit" className="button">
            {t(position === total ? "question.saveLast" : "question.save")}
          </button>
          {back ? <Link to={back}>{t("question.back")}</Link> : null}
        </p>
      </Form>
    </>
  );
}
