import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Notice } from "#app/ui/notice.tsx";
import type { ClauseLookup } from "../lessons/clause-lookup.ts";
import { TextWithClauses } from "../lessons/clause-mention.tsx";
import type { PresentedCheckpoint } from "../replays/present-checkpoint.ts";
import type { PresentedFeedback } from "../scenarios/present-scenario.ts";
import { ScenarioFeedback } from "../scenarios/scenario-feedback.tsx";
import type { Asked } from "./ask-server.ts";

type Answered = { feedback: PresentedFeedback; complete: boolean };

type CheckpointDialogProps = {
  question: PresentedCheckpoint;
  number: number;
  total: number;
  title: string;
  rules: ClauseLookup;
  answer: (choice: string) => Promise<Asked<Answered>>;
  /** With what the server said when it was answered; null when it was put off. */
  onClose: (answered: Answered | null) => void;
};

/** Asks one question above everything else, the full screen included; then says what follows from the answer. */
export function CheckpointDialog({ question, number, total, title, rules, answer, onClose }: CheckpointDialogProps) {
  const { t } = useTranslation("replays");
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [answered, setAnswered] = useState<Answered | null>(null);
  const [problem, setProblem] = useState<"missing" | "offline" | "refused" | null>(null);
  const [sending, setSending] = useState(false);
  useEffect(() => {
    dialog.current?.showModal();
    heading.current?.focus();
  }, []);
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const choice = new FormData(event.currentTarget).get("choice");
    if (!choice) return setProblem("missing");
    setSending(true);
    const asked = await answer(String(choice));
    setSending(false);
    if (asked.state === "answered") {
      setProblem(null);
      setAnswered(asked.value);
    } else setProblem(asked.state === "unreachable" ? "offline" : "refused");
  };
  const { situation, question: asks, choices } = question;
  return (
    // The browser closes it by the Escape key; the replay then stays where it is.
    <dialog ref={dialog} aria-labelledby="question-title" className="question" onClose={() => onClose(answered)}>
      <p className="eyebrow">{t("question.eyebrow", { number, total })}</p>
      <h2 id="question-title" ref={heading} tabIndex={-1} className="mt-1 outline-none">
        {asks}
      </h2>
      <p id="question-situation" className="mt-3">
        <TextWithClauses text={situation} rules={rules} />
      </p>
      <form onSubmit={send} className="mt-4 flex flex-col gap-4">
        <fieldset disabled={answered !== null} aria-labelledby="question-title" className="flex flex-col gap-2.5">
          {choices.map(({ token, text }) => (
            <label key={token} className="choice">
              <input type="radio" name="choice" value={token} />
              <span>{text}</span>
            </label>
          ))}
        </fieldset>
        {problem ? (
          <Notice tone="warn" alert>
            {t(`question.${problem}`)}
          </Notice>
        ) : null}
        <div aria-live="polite">
          {answered ? (
            <ScenarioFeedback
              scenario={{ ...question, title, type: "single" }}
              feedback={answered.feedback}
              rules={rules}
            />
          ) : null}
        </div>
        <p className="flex flex-wrap gap-4">
          {answered ? (
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t("question.goOn")}
            </button>
          ) : (
            <>
              <button type="submit" className="button" aria-disabled={sending}>
                {t("question.check")}
              </button>
              <button type="button" className="button button-quiet" onClick={() => dialog.current?.close()}>
                {t("question.later")}
              </button>
            </>
          )}
        </p>
      </form>
    </dialog>
  );
}
