import { useTranslation } from "react-i18next";
import type { OwnRecord } from "#app/features/record/get-record.server.ts";
import { useFormats } from "#app/ui/use-formats.ts";

type Attempt = OwnRecord["attempts"][number];

/** Each attempt with its result by clause; own answers where it was passed. */
export function RecordAttempts({ attempts }: { attempts: Attempt[] }) {
  const { t } = useTranslation("record");
  if (attempts.length === 0) return null;
  return (
    <section className="flex flex-col gap-3">
      <h2>{t("attempts.title")}</h2>
      <p className="text-ink-2 max-w-[66ch]">{t("attempts.intro")}</p>
      {attempts.map((attempt) => (
        <AttemptFold key={attempt.id} attempt={attempt} />
      ))}
    </section>
  );
}

function AttemptFold({ attempt }: { attempt: Attempt }) {
  const { t } = useTranslation("record");
  const { moment } = useFormats();
  const { number, result, submittedAt, closesAt } = attempt;
  const state = result ? (result.passed ? "passed" : "failed") : "open";
  return (
    <details className="panel">
      <summary className="cursor-pointer font-semibold">
        {t(`attempts.${state}`, { number, correct: result?.correct, total: result?.total })}
      </summary>
      <p className="text-ink-3 mt-2 text-sm">
        {t("attempts.started", { when: moment(Date.parse(attempt.startedAt)) })}{" "}
        {submittedAt ? t("attempts.submitted", { when: moment(Date.parse(submittedAt)) }) : null}{" "}
        {closesAt ? t("attempts.closes", { when: moment(Date.parse(closesAt)) }) : null}{" "}
        {t("attempts.answered", { count: attempt.answered, total: attempt.questions })}{" "}
        {result?.timedOut ? t("attempts.timedOut") : null}
      </p>
      {result ? (
        <ul className="mt-3 grid gap-x-6 gap-y-1 tabular-nums sm:grid-cols-2">
          {result.clauses.map((tally) => (
            <li key={tally.clause}>{t("attempts.clause", tally)}</li>
          ))}
        </ul>
      ) : null}
      {attempt.answers ? (
        <ol className="border-line mt-4 list-decimal border-t pt-3 pl-6">
          {attempt.answers.map((answer) => (
            <li key={answer.position} className="mt-2">
              <p>{answer.situation}</p>
              <p className="font-semibold">{answer.question}</p>
              <p className="text-ink-2">
                {answer.chosen === null
                  ? t("attempts.left")
                  : t(answer.correct ? "attempts.right" : "attempts.wrong", { text: answer.chosen })}
              </p>
            </li>
          ))}
        </ol>
      ) : null}
    </details>
  );
}
